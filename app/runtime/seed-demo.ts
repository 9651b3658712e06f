import { readConfig } from './env.server.ts'
import { loadDemoWhenEmpty } from './load-demo.server.ts'
import { startServices } from './start-services.server.ts'

// `npm run db:seed`: loads the demo into an empty embedded database without starting the server.
const services = await startServices(readConfig())
const loaded = await loadDemoWhenEmpty(services)
await services.close()
process.stdout.write(
  loaded ? 'demo loaded\n' : 'nothing loaded: the database is not empty, or the demo is off\n',
)
