import type { Problem } from '@ai-census/api'
import type { z } from 'zod'

export type Fault = NonNullable<Problem['errors']>[number]

const titles: Record<number, string> = {
  400: 'The request is malformed',
  401: 'Sign in, or send a valid token',
  403: 'Not allowed',
  404: 'Not found',
  405: 'This path has no such method',
  406: 'No such representation',
  409: 'In conflict with what is there',
  412: 'Somebody else changed it meanwhile',
  413: 'Too large',
  415: 'Media type not understood',
  421: 'This server does not answer to that name',
  422: 'The content is not valid',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not ready',
  507: 'No room left',
}

/** A refusal that the caller is told about; thrown anywhere, caught at the HTTP edge only. */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  readonly status: number
  readonly errors: Fault[] | undefined
  readonly headers: Record<string, string>

  constructor(status: number, detail: string, errors?: Fault[], headers: Record<string, string> = {}) {
    super(detail)
    this.status = status
    this.errors = errors
    this.headers = headers
  }
}

export function problemBody(status: number, detail: string, requestId: string, errors?: Fault[]): Problem {
  return {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail,
    requestId,
    ...(errors ? { errors } : {}),
  }
}

/** The first ones tell enough; the rest are often their consequence. */
export const MOST_FAULTS = 20

/** Each issue with its place in the input, as a person would write it: `findings[3].evidence[0].location`. */
export const faultsOf = (error: z.ZodError, root = ''): Fault[] =>
  error.issues
    .slice(0, MOST_FAULTS)
    .map((issue) => ({ place: placeOf(issue.path, root), message: issue.message }))

export function placeOf(path: readonly PropertyKey[], root = ''): string {
  return path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`
    return place ? `${place}.${String(step)}` : String(step)
  }, root)
}
