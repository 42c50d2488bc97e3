/** Saving a chart as a picture. */
export const savePicture = {
  title: 'Lagre som bilde:',
  as: (chart: string, kind: string) => `Lagre «${chart}» som ${kind}`,
  making: 'Lager bildet …',
  saved: (file: string) => `Lagret: ${file}`,
  failed: 'Bildet ble ikke laget. Prøv igjen når du er på nett.',
};
