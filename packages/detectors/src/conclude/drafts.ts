import { Draft, type DraftHead } from './draft.ts'

/** All drafts of a repository, by key. */
export class Drafts {
  readonly all = new Map<string, Draft>()

  get(head: DraftHead): Draft {
    let draft = this.all.get(head.key)
    if (!draft) {
      draft = new Draft(head)
      this.all.set(head.key, draft)
    }
    return draft
  }
}
