/** Confirming a number or an address on the way, in Spanish. */
import type { Messages } from '../areas.ts';

export const contactEs: Messages<'contact'> = {
  phone_title: 'Confirme su número de teléfono',
  phone_lead: 'Enviaremos un código a ese número. Escríbalo aquí.',
  email_title: 'Confirme su correo electrónico',
  email_lead: 'Enviaremos un código a esa dirección. Escríbalo aquí.',
  phone_use:
    'Usamos su número para enviarle este código y para mostrar a {operator} que es suyo. Aquí {operator} solo ve las dos últimas cifras. Se borra con el resto de sus datos.',
  email_use:
    'Usamos su dirección para enviarle este código y para mostrar a {operator} que es suya. Aquí {operator} solo ve una parte. Se borra con el resto de sus datos.',
  costs_nothing: 'Un código que no llega no le cuesta nada. Puede probar otra vía u otro número.',
  country_label: 'País del número',
  country_choose: 'Elija un país',
  phone_label: 'Número de teléfono',
  phone_hint: 'Escríbalo sin el prefijo del país, o empiece con el signo más.',
  email_label: 'Dirección de correo electrónico',
  channel_label: '¿Cómo quiere recibir el código?',
  channel_sms: 'Por mensaje de texto',
  channel_call: 'Por llamada',
  channel_whatsapp: 'Por WhatsApp',
  by_itself: 'Si no llega, probamos por nuestra cuenta la vía siguiente.',
  send: 'Enviarme el código',
  known_phone: '{operator} ha indicado el número {hint}. ¿Es el suyo?',
  known_email: '{operator} ha indicado la dirección {hint}. ¿Es la suya?',
  known_send: 'Enviar el código a {hint}',
  other_phone: 'Usar otro número',
  other_email: 'Usar otra dirección',
  change_phone: '¿No es este su número?',
  change_email: '¿No es esta su dirección de correo?',
  change_text: 'Escriba el correcto. Recibirá un código nuevo y el anterior dejará de valer.',
};
