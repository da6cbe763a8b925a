import type { Unknown } from '@ai-census/schema'

/**
 * What the symbolic links of a tree hide. A link to a place in the tree hides nothing: the place is read itself.
 * Works on names alone, so that a working tree and a commit are judged alike.
 *
 * @param links path of each link → its target as written, both with `/`
 * @param root the tree's absolute path, where it lies on a disk; an absolute target below it is inside
 */
export function judgeLinks(links: ReadonlyMap<string, string>, root: string | null): Unknown[] {
  const unknowns: Unknown[] = []
  for (const path of [...links.keys()].sort()) {
    const end = follow(path, links, root)
    if (end === 'outside')
      unknowns.push({
        place: path,
        reason: 'link-outside',
        detail: 'A link out of the tree; what it points to was not read.',
      })
    else if (end === 'loop' || end === '' || path.startsWith(`${end}/`))
      unknowns.push({
        place: path,
        reason: 'link-loop',
        detail: 'A link that leads back to itself; it was not followed.',
      })
  }
  return unknowns
}

// As many as a system follows before it gives up.
const MOST_HOPS = 40

/** Where a path ends once every link on its way is followed: a path in the tree (`''` is the root), or not. */
function follow(path: string, links: ReadonlyMap<string, string>, root: string | null): string {
  let todo = path.split('/')
  let done: string[] = []
  for (let hops = 0; todo.length > 0; ) {
    const name = todo.shift()
    if (name === '' || name === '.' || name === undefined) continue
    if (name === '..') {
      if (done.length === 0) return 'outside'
      done.pop()
      continue
    }
    done.push(name)
    const target = links.get(done.join('/'))
    if (target === undefined) continue
    if (++hops > MOST_HOPS) return 'loop'
    const inside = relativeToRoot(target, root)
    if (inside === null) return 'outside'
    done = target.startsWith('/') ? [] : done.slice(0, -1)
    todo = [...inside.split('/'), ...todo]
  }
  return done.join('/')
}

function relativeToRoot(target: string, root: string | null): string | null {
  if (/^[a-z]:[\\/]/i.test(target)) return null
  if (!target.startsWith('/')) return target
  if (root === null) return null
  return target === root || target.startsWith(`${root}/`) ? target.slice(root.length + 1) : null
}
