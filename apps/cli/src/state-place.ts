import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the state folder is, or would be. */
export const statePlace = (): string =>
  process.env.AI_CENSUS_STATE ??
  join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'ai-census')
