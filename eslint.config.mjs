// Four type-aware rules that Biome cannot check, and what workflow code may not read; the rest is Biome's.
import tseslint from 'typescript-eslint';

const NO_DATES = 'Workflow code computes no date: an activity asks the decider.';
const NO_CHANCE = 'Workflow code draws no numbers: ids come from the caller or from domain facts.';

export default tseslint.config(
  { ignores: ['.cache/**', '.data/**', 'bench/node_modules/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    // A date or a number that a replay computes differently breaks an open history (ADR 3).
    files: ['workflows/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: NO_DATES },
        { name: 'performance', message: NO_DATES },
        { name: 'crypto', message: NO_CHANCE },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: NO_CHANCE },
        { object: 'globalThis', property: 'Date', message: NO_DATES },
      ],
    },
  },
);
