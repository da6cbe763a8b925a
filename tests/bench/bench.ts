/** One thing to run and time. What it returns is not looked at. */
export interface Side {
  readonly label: string
  run(): unknown | Promise<unknown>
  /** In place of `run` where another clock must tell the milliseconds, such as a browser's. */
  measure?(): Promise<number>
}

/** A against B, run in turns in the same minutes on the same machine. The figure is time of A ÷ time of B. */
export interface Case {
  readonly name: string
  readonly a: Side
  readonly b: Side
  /** What the figure holds and what it leaves out, so that nobody takes it for more. */
  readonly measures: string
  /** The most that time of A ÷ time of B may be, and the number of the bar in the design. None: for information. */
  readonly bar?: Bar
  /** What of the rounds is compared. Default: the medians. `p95` wants many rounds. */
  readonly figure?: 'median' | 'p95'
  /** What each side reads in a run; shown as MB/s, for information. */
  readonly bytes?: number
  /** Rounds of each side before any is measured. Default 1. */
  readonly warmUp?: number
  /** Default 5. */
  readonly rounds?: number
  /** So many, whatever was asked for, where a round takes a blink: of a few, the 95th percentile is whatever else the machine just did. */
  readonly quickRounds?: number
}

export interface Bar {
  readonly id: string
  readonly most: number
  /** Milliseconds that A may take besides. Default 0. */
  readonly plus?: number
}

export interface Prepared {
  readonly cases: readonly Case[]
  /** What was measured on: sizes, counts. */
  readonly setting: Readonly<Record<string, string | number>>
  /** Bars that this bench is about but cannot check, and why. */
  readonly notMeasured?: readonly string[]
  /** Stops threads and the like. */
  close?(): Promise<void> | void
}

/** A bench is plain data; nothing happens before `prepare`. It throws when A and B do not give the same result. */
export interface Bench {
  readonly title: string
  prepare(): Promise<Prepared>
}
