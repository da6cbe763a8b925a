import { iso } from '@ai-census/cloud-kit'
import { type Json, text } from './resource.ts'

/** Providers that are older than `systemData` say it among the properties, each by a name of its own. */
const CREATED = ['dateCreated', 'creationTime', 'creationDate', 'createdOn', 'createdDateTime', 'createdTime']
const CHANGED = ['modifiedOn', 'lastModifiedTime', 'updatedDateTime']
const WHO = ['userName', 'applicationName', 'oid', 'userId', 'applicationId']

const firstOf = (json: Json | undefined, above: readonly string[], names: readonly string[]) => {
  for (const name of names) {
    const found = text(json, ...above, name)
    if (found) return found
  }
  return undefined
}

/** When a resource was made and by whom, and as whom it acts. */
export function originOf(json: Json | undefined) {
  return {
    createdAt: iso(text(json, 'systemData', 'createdAt') ?? firstOf(json, ['properties'], CREATED)),
    createdBy:
      text(json, 'systemData', 'createdBy') ??
      firstOf(json, ['properties', 'createdBy'], WHO) ??
      firstOf(json, ['properties', 'properties', 'createdBy'], WHO),
    changedAt: iso(text(json, 'systemData', 'lastModifiedAt') ?? firstOf(json, ['properties'], CHANGED)),
    // By what Entra knows it: sign-ins and role assignments name this.
    managedIdentity: text(json, 'identity', 'principalId'),
  }
}
