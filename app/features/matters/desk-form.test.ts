import { expect, test } from 'vitest'
import { deskCommandFrom } from './desk-form.ts'

const CHEN = {
  personId: 'chen',
  person: '陈志强',
  title: '项目经理',
  body: '安和物业',
  side: 'property' as const,
}

function ask(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return deskCommandFrom(form, { matterId: 'm1', leads: [CHEN], newTaskId: 't1' })
}

test.each<[why: string, fields: Record<string, string>, command: object]>([
  [
    'accepting needs no day',
    { do: 'screen', verdict: 'accept', dueOn: '' },
    { type: 'accept', dueOn: null },
  ],
  [
    'accepting says whose decision it is',
    { do: 'screen', verdict: 'accept', dueOn: '', topicType: 'maintenance-fund-use' },
    { type: 'accept', topicType: 'maintenance-fund-use' },
  ],
  [
    'referring what a session dealt with',
    { do: 'refer', to: '县住建局' },
    { type: 'refer', to: '县住建局' },
  ],
  [
    'what belongs to another choice is not read',
    { do: 'screen', verdict: 'reject', reason: '在打官司', to: '城管', dueOn: '2026-12-01' },
    { type: 'reject', reason: '在打官司' },
  ],
  [
    'the lead is who the desk knows them to be',
    { do: 'assign', title: '换接头', leadPersonId: 'chen', dueOn: '2026-12-01' },
    { type: 'assign-task', by: 'desk' },
  ],
  [
    'nobody reached said nothing, whatever the other fields hold',
    { do: 'visit', method: 'phone', reached: 'no', solved: 'yes', satisfaction: 'satisfied' },
    { type: 'record-visit', visit: { reached: false, solved: null, satisfaction: null } },
  ],
])('%s', (_why, fields, command) => {
  expect(ask(fields)).toMatchObject({ ok: true, value: { command } })
})

test.each<[why: string, fields: Record<string, string>, code: string]>([
  ['an act there is none of', { do: 'close' }, 'incomplete'],
  [
    'a day that does not exist',
    { do: 'reopen', reason: '又响', dueOn: '2026-02-30' },
    'incomplete',
  ],
  ['merging into nothing', { do: 'screen', verdict: 'merge' }, 'no-such-merge-target'],
  [
    'a lead of another compound',
    { do: 'assign', title: '换接头', leadPersonId: 'wu', dueOn: '2026-12-01' },
    'no-such-lead',
  ],
  [
    'reached, and no answer written',
    { do: 'visit', method: 'door', reached: 'yes' },
    'incomplete',
  ],
])('%s is refused', (_why, fields, code) => {
  expect(ask(fields)).toEqual({ ok: false, refusal: { code } })
})
