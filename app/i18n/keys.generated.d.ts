// Written by write-key-types.ts from the files in locales/zh-CN.
import 'i18next'
import type accounts from './locales/zh-CN/accounts.json'
import type common from './locales/zh-CN/common.json'
import type live from './locales/zh-CN/live.json'
import type terms from './locales/zh-CN/terms.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: {
      'accounts': typeof accounts
      'common': typeof common
      'live': typeof live
      'terms': typeof terms
    }
  }
}
