import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import { workFolder } from '../engine/corpus.ts'
import { changedRepository } from './changed.ts'
import { unchangedOrganisation } from './unchanged.ts'

/** What a look at a code host costs beyond the first: figures that are no times, and a failure where they are too many. */
export const bench: Bench = {
  title: 'Code hosts: what a second look costs',
  async prepare() {
    const root = join(workFolder, 'hosts')
    return {
      cases: [],
      setting: { ...(await unchangedOrganisation(root)), ...(await changedRepository(root)) },
    }
  },
}
