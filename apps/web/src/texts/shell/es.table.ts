import type { Messages } from '../areas.ts';

/** What every page says, in Spanish. */
export const shellEs: Messages<'shell'> = {
  skip: 'Ir al contenido',
  language: 'Idioma',
  language_change: 'Cambiar idioma',
  not_found_title: 'Aquí no hay ninguna página',
  not_found_text:
    'La dirección puede estar incompleta. Si le llegó en un mensaje, ábrala de nuevo desde el mensaje o cópiela entera.',
  failure_title: 'Algo ha fallado por nuestra parte',
  failure_text:
    'No es culpa suya y no se ha perdido nada de lo que hizo. Vuelva a cargar la página; si sigue igual, vuelva en unos minutos.',
  failure_again: 'Volver a cargar',
  start_title: 'Vidimus',
  start_text: 'Este servidor comprueba documentos de identidad y siempre dice por qué.',
  start_staff: 'Entrar en el escritorio',
  start_docs: 'La interfaz, para desarrolladores',
  start_link: '¿Le enviaron un enlace? Ábralo desde el mensaje: lleva directamente a su verificación.',
};
