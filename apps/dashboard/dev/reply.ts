/** Requests and answers of the stand-in, without HTTP. */

export interface Request {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
}

export interface Reply {
  status: number
  body: unknown
}

export const ok = (body: unknown): Reply => ({ status: 200, body })
export const problem = (
  status: number,
  title: string,
  detail: string,
  errors?: { place: string; message: string }[],
): Reply => ({
  status,
  body: { type: 'about:blank', title, status, detail, requestId: 'req_stand_in', errors },
})
export const none = () =>
  problem(404, 'Not found', 'There is nothing at this address. It may have been merged into another system.')
