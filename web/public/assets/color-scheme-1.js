// Before anything is painted: dark or light as was chosen, else as the system has it.
const chosen = localStorage.getItem('mantine-color-scheme-value');
const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset.mantineColorScheme =
  chosen === 'dark' || chosen === 'light' ? chosen : isDark ? 'dark' : 'light';
