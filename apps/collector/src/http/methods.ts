import { contract, type Endpoint } from '@ai-census/api'
import { type App, routePath } from './implement.ts'
import { HttpProblem } from './problem.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

/** After all endpoints: what is left of their paths are methods that they do not have. */
export function refuseOtherMethods(app: App): void {
  const endpoints = Object.values(contract)
    .flatMap((module): unknown[] => Object.values(module))
    .filter(isEndpoint)
  for (const [path, same] of Map.groupBy(endpoints, (endpoint) => endpoint.path)) {
    const methods = same.map(({ method }) => method.toUpperCase())
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].sort().join(', ')
    app.all(routePath(path), () => {
      throw new HttpProblem(405, `This path takes ${allow}.`, undefined, { allow })
    })
  }
}
