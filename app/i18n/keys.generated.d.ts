// Written by write-key-types.ts from the files in locales/zh-CN.
import 'i18next'
import type accounts from './locales/zh-CN/accounts.json'
import type ballot from './locales/zh-CN/ballot.json'
import type common from './locales/zh-CN/common.json'
import type community from './locales/zh-CN/community.json'
import type console from './locales/zh-CN/console.json'
import type desk from './locales/zh-CN/desk.json'
import type door from './locales/zh-CN/door.json'
import type invitations from './locales/zh-CN/invitations.json'
import type kiosk from './locales/zh-CN/kiosk.json'
import type live from './locales/zh-CN/live.json'
import type matters from './locales/zh-CN/matters.json'
import type minutes from './locales/zh-CN/minutes.json'
import type ownersVotes from './locales/zh-CN/owners-votes.json'
import type phone from './locales/zh-CN/phone.json'
import type public from './locales/zh-CN/public.json'
import type records from './locales/zh-CN/records.json'
import type recount from './locales/zh-CN/recount.json'
import type register from './locales/zh-CN/register.json'
import type rules from './locales/zh-CN/rules.json'
import type sessions from './locales/zh-CN/sessions.json'
import type setup from './locales/zh-CN/setup.json'
import type terms from './locales/zh-CN/terms.json'
import type wall from './locales/zh-CN/wall.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: {
      'accounts': typeof accounts
      'ballot': typeof ballot
      'common': typeof common
      'community': typeof community
      'console': typeof console
      'desk': typeof desk
      'door': typeof door
      'invitations': typeof invitations
      'kiosk': typeof kiosk
      'live': typeof live
      'matters': typeof matters
      'minutes': typeof minutes
      'owners-votes': typeof ownersVotes
      'phone': typeof phone
      'public': typeof public
      'records': typeof records
      'recount': typeof recount
      'register': typeof register
      'rules': typeof rules
      'sessions': typeof sessions
      'setup': typeof setup
      'terms': typeof terms
      'wall': typeof wall
    }
  }
}
