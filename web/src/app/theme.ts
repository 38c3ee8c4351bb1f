import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent. Its sixth shade has 5.6:1 on white. */
const accent: MantineColorsTuple = [
  '#eef3ff',
  '#dbe5fb',
  '#b5c9f5',
  '#8cabef',
  '#6a92ea',
  '#4c7be5',
  '#2b5fd9',
  '#2350bb',
  '#1d45a3',
  '#15398b',
];

/** Greys with a little blue, as the grounds below have them. */
const dark: MantineColorsTuple = [
  '#d3d8e0',
  '#b4bac4',
  '#8d95a3',
  '#6b7280',
  '#363b46',
  '#2b2f38',
  '#1e222a',
  '#16181d',
  '#121418',
  '#0e1013',
];

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 7 },
  autoContrast: true,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.875rem' } },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  // by their names: the components themselves are loaded with the screens that have them
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Table: { defaultProps: { verticalSpacing: 6, fz: 'sm', borderColor: 'var(--wb-line)' } },
    Modal: { defaultProps: { centered: true } },
  },
});

/** Every grey of a text has 4.5:1 at least on every ground that it stands on. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#59626d',
    '--mantine-color-placeholder': '#667080',
    '--mantine-color-error': '#b42318',
    '--wb-ground': '#f7f8fa',
    '--wb-line': '#e3e6eb',
    '--wb-hover': '#f1f4f9',
    '--wb-hint': '#22262e',
    '--wb-hint-text': '#ffffff',
    '--wb-selected': '#e8effd',
    '--wb-waiting': '#59626d',
    '--wb-waiting-bg': '#eceef1',
    '--wb-moving': '#1d4fae',
    '--wb-moving-bg': '#e3ecfc',
    '--wb-attention': '#9a4a00',
    '--wb-attention-bg': '#fdecd8',
    '--wb-ended': '#0b6b57',
    '--wb-ended-bg': '#dcf3ec',
  },
  dark: {
    '--mantine-color-body': '#16181d',
    '--mantine-color-dimmed': '#a3abb8',
    '--mantine-color-placeholder': '#929aa8',
    '--mantine-color-error': '#ff8f85',
    '--mantine-color-anchor': '#8cabef',
    '--wb-ground': '#101216',
    '--wb-line': '#2b2f38',
    '--wb-hover': '#1e222a',
    '--wb-hint': '#d9dee7',
    '--wb-hint-text': '#16181d',
    '--wb-selected': '#1d2a47',
    '--wb-waiting': '#b4bcc8',
    '--wb-waiting-bg': '#2a2e36',
    '--wb-moving': '#9dbdf8',
    '--wb-moving-bg': '#1b2b4b',
    '--wb-attention': '#f5b46e',
    '--wb-attention-bg': '#3d2a14',
    '--wb-ended': '#79d3b9',
    '--wb-ended-bg': '#123429',
  },
});
