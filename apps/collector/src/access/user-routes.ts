import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { causeOf } from './access-events.ts'
import { changeRole, disableUser, enableUser } from './change-user.ts'
import { inviteUser } from './invite-user.ts'
import { listPeople } from './list-people.ts'
import { listUsers } from './list-users.ts'
import { INVITATION_MS, makeUserLink } from './sign-in-link.ts'

export function userRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.listUsers, async (_, { query }) => listUsers(deps, query))
  implement(app, deps, api.listPeople, async (_, { query }) => listPeople(deps, query.search))
  implement(app, deps, api.inviteUser, async (_, { body, actor, c }) =>
    inviteUser(deps, body, causeOf(c, actor)),
  )
  implement(app, deps, api.createUserLink, async (_, { params, actor, c }) =>
    makeUserLink(deps, params.id, INVITATION_MS, causeOf(c, actor)),
  )
  implement(app, deps, api.changeRole, async (_, { params, body, actor, c }) =>
    changeRole(deps, params.id, body.role, causeOf(c, actor)),
  )
  implement(app, deps, api.disableUser, async (_, { params, actor, c }) =>
    disableUser(deps, params.id, causeOf(c, actor)),
  )
  implement(app, deps, api.enableUser, async (_, { params, actor, c }) =>
    enableUser(deps, params.id, causeOf(c, actor)),
  )
}
