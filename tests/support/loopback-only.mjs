/**
 * Loaded into the program before anything else (`node --import`): whatever it would connect to that is not this machine is
 * written down and refused, by its name, before any name is looked up.
 */
import { appendFileSync } from 'node:fs'
import net from 'node:net'

const LOOPBACK = /^(127\.|localhost$|::1$|\[::1\]$|::ffff:127\.)/
const real = net.Socket.prototype.connect

net.Socket.prototype.connect = function connect(...args) {
  // `connect(options)`, `connect(port, host)`, or the same in a list, as Node's own modules call it.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const host = typeof first === 'object' && first !== null ? (first.path ? null : first.host) : second
  if (typeof host === 'string' && !LOOPBACK.test(host)) {
    appendFileSync(process.env.AI_CENSUS_TEST_CONNECTIONS, `${host}\n`)
    queueMicrotask(() => this.destroy(Object.assign(new Error(`connect ${host}`), { code: 'ECONNREFUSED' })))
    return this
  }
  return real.apply(this, args)
}
