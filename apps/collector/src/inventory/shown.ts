import type { SystemRow } from '@ai-census/api'
import type { components, flags, models, relationships, suppliers, systems } from '@ai-census/db'
import type { AiSystem, Component, Flag, Model, Relationship, Supplier } from '@ai-census/schema'

/** Rows of the projection as the domain's values; columns that only serve queries are left behind. */

export function systemOf(row: typeof systems.$inferSelect): AiSystem {
  const {
    name: _name,
    sortName: _sortName,
    search: _search,
    attention: _attention,
    version: _version,
    rating,
    assignee,
    snoozedUntil,
    ...system
  } = row
  return {
    ...system,
    ...(rating === null ? {} : { rating }),
    ...(assignee === null ? {} : { assignee }),
    ...(snoozedUntil === null ? {} : { snoozedUntil }),
  }
}

export const systemRowOf = (row: typeof systems.$inferSelect): SystemRow => ({
  ...systemOf(row),
  name: row.name,
})

export function componentOf(row: typeof components.$inferSelect): Component {
  const { modelId: _modelId, sortName: _sortName, search: _search, version: _version, ...rest } = row
  const { supplierName, product, framework, model, ...component } = rest
  return {
    ...component,
    ...(supplierName === null ? {} : { supplierName }),
    ...(product === null ? {} : { product }),
    ...(framework === null ? {} : { framework }),
    ...(model === null || model === undefined ? {} : { model }),
  }
}

export function supplierOf(row: typeof suppliers.$inferSelect): Supplier {
  const {
    version: _version,
    sortName: _sortName,
    country,
    site,
    reviewedAt,
    nextReview,
    contract,
    ...supplier
  } = row
  return {
    ...supplier,
    ...(country === null ? {} : { country }),
    ...(site === null ? {} : { site }),
    ...(reviewedAt === null ? {} : { reviewedAt }),
    ...(nextReview === null ? {} : { nextReview }),
    ...(contract === null ? {} : { contract }),
  }
}

export function modelOf(row: typeof models.$inferSelect): Model {
  const { version: _version, rowKey: _rowKey, retiresOn, ...model } = row
  return { ...model, ...(retiresOn === null ? {} : { retiresOn }) }
}

export function relationshipOf(row: typeof relationships.$inferSelect): Relationship {
  const { version: _version, ...relationship } = row
  return relationship
}

export function flagOf(row: typeof flags.$inferSelect): Flag {
  const { version: _version, subjectType: _type, subjectId: _id, ...flag } = row
  return flag
}
