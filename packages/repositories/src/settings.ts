/** How repositories are read; part of the configuration of every scanner that reads them. */
export interface ReadSettings {
  /** Leave out what `.gitignore` names. Only a working tree has such files. */
  readonly gitignore?: boolean | undefined
  readonly include?: readonly string[] | undefined
  readonly exclude?: readonly string[] | undefined
  /** Say of each finding what every sign proves, and what was set aside. */
  readonly explain?: boolean | undefined
  /**
   * Say with which commit each finding came, from a history on this machine. `auto` reads as much of it as costs
   * about as much as the scan. Default: `off`.
   */
  readonly history?: 'off' | 'auto' | 'all' | undefined
  /** Name the author of that commit. Default: no. */
  readonly authors?: boolean | undefined
  /** A text file with more bytes is not read, and reported as unknown. */
  readonly maxFileBytes: number
  /** Where results of unchanged files are kept between looks; without it nothing is kept. */
  readonly cacheFolder?: string | undefined
  /** Threads that analyse files; 0 for none. Default: one a core, where there is enough to do. */
  readonly workers?: number | undefined
}
