/** In any folder: paths whose findings are suppressed. */
export const IGNORE_FILE = '.ai-censusignore'
/** At the root: findings that are accepted until a day. */
export const ACCEPTED_FILE = 'ai-census-accepted.yaml'
