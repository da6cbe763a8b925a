import type { Remote } from '../remote.ts'
import type { Snapshot } from './snapshot.ts'

/** A repository without a commit: a whole answer, though there is nothing in it. */
export const openEmpty = (remote: Remote | null): Snapshot => ({
  commit: null,
  remote,
  below: '',
  history: null,
  contentKey: null,
  isModified: () => false,
  list: async () => ({ files: [], unknowns: [] }),
  sizeOf: () => null,
  async *batches() {
    yield* []
  },
  texts: async () => new Map(),
  above: async () => [],
  close: async () => undefined,
})
