/** What a cell says of one field: a value of the domain, nothing, or something that a person must put right. */
export type CellValue =
  | { readonly type: 'value'; readonly value: string }
  | { readonly type: 'nothing' }
  | { readonly type: 'problem'; readonly message: string }

export const nothing: CellValue = { type: 'nothing' }
export const value = (text: string): CellValue => ({ type: 'value', value: text })
export const problem = (message: string): CellValue => ({ type: 'problem', message })
