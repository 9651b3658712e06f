/** The layers of ARCHITECTURE.md in one direction. tests/architecture/layers.test.ts plants a breach of each. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'In a circle nobody can say which part is the lower one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules import rules: no I/O, no framework, no package that reads time or chance. zod checks shapes and rrule counts days; both only compute.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: '\\.test\\.tsx?$' },
      to: { pathNot: '^app/domain/|^node_modules/(zod|rrule)/' },
    },
    {
      name: 'services-below-delivery',
      comment: 'Use-cases know the rules and the database, and not who calls them.',
      severity: 'error',
      from: { path: '^app/services/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(app|tests)/', pathNot: '^app/(domain|services)/' },
    },
    {
      name: 'database-behind-services',
      comment: 'SQL is written in services; runtime opens and closes the database.',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: '^app/(services|runtime|cli)/|\\.test\\.tsx?$',
      },
      to: { path: '^db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-without-server',
      comment: 'What React shows reaches the browser whole; a service in it would too.',
      severity: 'error',
      from: { path: '^app/(features|ui)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '\\.server\\.tsx?$|^app/services/|^db/' },
    },
    {
      name: 'ui-is-for-any-product',
      comment: 'A button knows nothing of meetings.',
      severity: 'error',
      from: { path: '^app/ui/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(app|db|tests)/', pathNot: '^app/ui/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.cache)/|\\.css(\\?url)?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
    cache: false,
  },
}
