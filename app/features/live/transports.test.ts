import { expect, test } from 'vitest'
import { chooseTransports } from './transports.ts'

const WEBSOCKET_FIRST = ['websocket', 'polling']
const POLLING_FIRST = ['polling', 'websocket']

test('[L27] a WebSocket goes first', () => {
  expect(chooseTransports().order()).toEqual(WEBSOCKET_FIRST)
})

test('[L27] one attempt in vain changes nothing, two do', () => {
  const transports = chooseTransports()
  transports.failed()
  expect(transports.order()).toEqual(WEBSOCKET_FIRST)
  transports.failed()
  expect(transports.order()).toEqual(POLLING_FIRST)
})

test('[L27] WebSockets that something cuts twice within 20 s give way to plain requests', () => {
  const transports = chooseTransports()
  transports.opened('websocket', 0)
  transports.closed(19_999)
  transports.opened('websocket', 30_000)
  transports.closed(31_000)
  expect(transports.order()).toEqual(POLLING_FIRST)
})

test('[L27] one that lived long is forgiven what failed before', () => {
  const transports = chooseTransports()
  transports.failed()
  transports.opened('websocket', 0)
  transports.closed(20_000)
  transports.failed()
  expect(transports.order()).toEqual(WEBSOCKET_FIRST)
})

test('[L27] a lost connection of plain requests says nothing about WebSockets', () => {
  const transports = chooseTransports()
  transports.failed()
  transports.opened('polling', 0)
  transports.closed(1000)
  expect(transports.order()).toEqual(WEBSOCKET_FIRST)
})
