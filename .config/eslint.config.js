import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const CLOCK = 'Time comes with the services: call the now() you were given.'

const ambient = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: CLOCK,
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance comes with the services: newId() or randomBytes().',
  },
  {
    selector: "MemberExpression[object.name='crypto'][property.name=/^random/]",
    message: 'Chance comes with the services: newId() or randomBytes().',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings are read in app/runtime/env.server.ts and passed in.',
  },
]

const always = [
  { selector: 'ExportAllDeclaration', message: 'Name what you export; no barrels.' },
  {
    selector:
      "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression[body.type='BlockStatement']",
    message: 'What is exported is a function declaration; arrows are for callbacks.',
  },
]

const forms = [
  {
    selector: "CallExpression[callee.object.name='request'][callee.property.name='formData']",
    message: 'Read a form with app/http/read-form.server.ts: its words are made plain there.',
  },
  {
    selector: 'ImportSpecifier[imported.name=/^unstable_.*(FormData|UploadHandler)/]',
    message:
      'Read a form with files with app/http/read-multipart.server.ts, for the same reason.',
  },
]

const words = {
  selector: 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]/]',
  message: 'Words for people live in app/i18n/locales; write {t(…)}.',
}

export default tseslint.config(
  {
    ignores: [
      'build/**',
      '.cache/**',
      '.data/**',
      'coverage/**',
      '**/*.cjs',
      '**/*.generated.d.ts',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@typescript-eslint': tseslint.plugin, 'react-hooks': reactHooks },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      'no-restricted-syntax': ['error', ...always, ...ambient, ...forms, words],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/rules-of-hooks': 'error',
    },
  },
  {
    // The only places that may look at the clock, draw lots or read the environment.
    files: ['app/runtime/**', 'app/ui/clock.ts', 'vite.config.ts', 'drizzle.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...always, words] },
  },
  {
    files: ['app/http/read-form.server.ts', 'app/http/read-multipart.server.ts'],
    rules: { 'no-restricted-syntax': ['error', ...always, ...ambient] },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    // `use` is also what a test's fixture hands its value to.
    rules: {
      'no-restricted-syntax': ['error', ...always],
      'react-hooks/rules-of-hooks': 'off',
    },
  },
  {
    files: ['**/*.d.ts'],
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
)
