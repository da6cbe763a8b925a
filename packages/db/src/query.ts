// The one copy of drizzle's operators. A package with its own could get another copy by its peers, whose values
// this one's tables would not understand.
export {
  aliasedTable,
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
