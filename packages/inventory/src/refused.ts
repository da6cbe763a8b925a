/** A report that the ledger does not take, and the place of its fault (`findings[3].key`). */
export class ReportRefused extends Error {
  readonly place: string
  constructor(place: string, message: string) {
    super(message)
    this.name = 'ReportRefused'
    this.place = place
  }
}
