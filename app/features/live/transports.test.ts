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

test('[L27] who moves to another process, or is sent there, holds nothing against WebSockets', () => {
  const transports = chooseTransports()
  for (const at of [0, 1000, 2000]) {
    transports.opened('websocket', at)
    transports.left()
  }
  transports.closed(3000)
  expect(transports.order()).toEqual(WEBSOCKET_FIRST)
})

test('[L27] where plain requests come to nothing too, a WebSocket is tried first again', () => {
  const refused = chooseTransports()
  for (let attempt = 0; attempt < 3; attempt += 1) refused.failed()
  expect(refused.order()).toEqual(WEBSOCKET_FIRST)
  const cut = chooseTransports()
  cut.failed()
  cut.failed()
  cut.opened('polling', 0)
  cut.closed(1000)
  expect(cut.order()).toEqual(WEBSOCKET_FIRST)
})
