import { readConfig } from '#app/runtime/env.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { serveLive } from '#tests/helpers/live-server.ts'

// A process of its own: the live gateway on the database and the port it is given, until it is killed.
const services = await startServices(readConfig(process.env))
await serveLive(services, services.config.port)
process.send?.('ready')
