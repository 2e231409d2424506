import type { ReasonTexts } from './catalogue.ts';

export const ES_REASONS: ReasonTexts = {
  consent_declined: {
    heading: 'No ha dado su permiso',
    applicant:
      'No ha dado su permiso para {purpose|usar sus datos}. Puede volver y aceptar, o elegir {alternative|otra forma de demostrar quién es}.',
  },
  residence_country_not_supported: {
    heading: 'País no atendido',
    applicant:
      '{operator|Este servicio} no atiende a personas que viven en este país: {country|su país}. Nada de lo que envíe lo cambiaría, así que no hace falta que mande ningún documento.',
  },
  document_not_accepted_by_policy: {
    heading: 'Documento no aceptado',
    applicant:
      '{operator|Este servicio} no acepta este documento ({document_type|este tipo}, {country|este país}): {why|no es de un tipo aceptado}. Use en su lugar: {accepted|otro tipo de documento}.',
  },
  age_below_minimum: {
    heading: 'Edad insuficiente',
    applicant:
      'Debe tener al menos {age|más edad}. Según la fecha de nacimiento de su documento, podrá solicitarlo a partir de este día: {date|un día posterior}.',
    because: {
      declared: 'Debe tener al menos {age|más edad}. Podrá solicitarlo a partir de este día: {date|un día posterior}.',
      declared_age: 'Debe tener al menos {age|más edad}.',
    },
  },
  network_location_not_allowed: {
    heading: 'Lugar de conexión',
    applicant:
      'Parece que se conecta desde un lugar que {operator|este servicio} no atiende. Desactive la VPN o el proxy e inténtelo de nuevo.',
  },
  session_expired: {
    heading: 'El enlace ha caducado',
    applicant:
      'Este enlace ha caducado ({date|se acabó su tiempo}). Abra uno nuevo aquí. Los pasos que ya hizo se conservan.',
  },
  attempt_limit_reached: {
    heading: 'No quedan intentos',
    applicant:
      'Ha usado todos sus intentos ({tries|el máximo}) para este paso: {step|este paso}. Ahora una persona los revisará y le responderá {by|pronto}.',
  },
  camera_permission_denied: {
    heading: 'Cámara bloqueada',
    applicant: '{browser|Su navegador} bloquea la cámara. Permita su uso en los ajustes o siga con su teléfono.',
  },
  camera_unavailable: {
    heading: 'La cámara no da imagen',
    applicant:
      'No recibimos imagen de su cámara. Cierre otras aplicaciones que la usen, siga en otro dispositivo o suba una foto.',
  },
  browser_not_supported: {
    heading: 'Navegador no compatible',
    applicant:
      'Este navegador no puede hacer este paso. Abra el mismo enlace en {browsers|otro navegador} o escanee este código con su teléfono.',
  },
  file_not_usable: {
    heading: 'Archivo no utilizable',
    applicant: 'No pudimos abrir este archivo: {why|está dañado}. Envíe una foto JPEG, PNG, WebP o HEIC, o un PDF.',
    because: {
      empty: 'Este archivo está vacío. Envíelo otra vez o tome la foto de nuevo.',
      not_an_image: 'Este archivo no es una imagen. Envíe una foto JPEG, PNG, WebP o HEIC, o un PDF.',
      type_not_accepted: 'No admitimos archivos de este tipo. Envíe una foto JPEG, PNG, WebP o HEIC, o un PDF.',
      damaged: 'Este archivo está dañado o incompleto. Envíelo otra vez. Si no funciona, tome la foto de nuevo.',
      too_large: 'Este archivo supera {max|el tamaño que admitimos}. Envíe uno más pequeño o tome la foto de nuevo.',
      too_many_pixels:
        'Esta imagen tiene más píxeles de los que admitimos: más de {max|nuestro límite}. Envíela en un tamaño menor.',
      page_too_large:
        'Una página de este PDF mide más de {max|lo que admitimos}. Guárdelo en un tamaño como A4 o envíe una foto.',
      password_protected: 'Este archivo está protegido con contraseña. Guárdelo sin contraseña o envíe una foto.',
      animated: 'Esta es una imagen en movimiento. Envíe una foto fija.',
      no_pages: 'Este PDF no tiene páginas. Créelo de nuevo o envíe una foto.',
      too_slow:
        'Abrir este archivo llevó más de {max|el tiempo previsto}. Envíelo otra vez. Si no funciona, tome la foto de nuevo.',
      too_much_memory:
        'Este archivo necesita demasiada memoria para abrirse. Envíelo en un tamaño menor o tome la foto de nuevo.',
      not_readable: 'Este archivo no se puede leer del disco. Elíjalo otra vez o tome la foto de nuevo.',
    },
  },
  image_blurry: {
    heading: 'Foto borrosa',
    applicant:
      'La foto no es lo bastante nítida para leer {fields|el documento}. No se mueva y deje que la cámara enfoque antes de hacer la foto.',
  },
  image_glare: {
    heading: 'Hay un reflejo',
    applicant: 'La luz se refleja en {fields|el documento}. Incline un poco el documento o aléjese de la lámpara.',
  },
  image_lighting: {
    heading: 'La luz no es buena',
    applicant: 'La foto está {light|demasiado oscura o clara}. Busque una luz uniforme e inténtelo de nuevo.',
  },
  image_resolution_low: {
    heading: 'Documento muy pequeño',
    applicant: 'El documento se ve demasiado pequeño en la foto. Acérquese hasta que llene el encuadre.',
  },
  image_not_colour: {
    heading: 'La foto no es en color',
    applicant: 'Necesitamos una foto en color. Quite el filtro en blanco y negro o el modo de escáner.',
  },
  document_not_found: {
    heading: 'No se ve un documento',
    applicant:
      'No vimos ningún documento. Póngalo sobre una superficie lisa y oscura, con las cuatro esquinas a la vista.',
  },
  document_cut_off: {
    heading: 'Borde cortado',
    applicant: 'Una parte del documento queda fuera de la foto: {edges|un borde}. Deje las cuatro esquinas a la vista.',
  },
  document_covered: {
    heading: 'Algo lo tapa',
    applicant: 'Algo tapa {fields|parte del documento}. Sáquelo de la funda y no ponga los dedos encima.',
  },
  document_wrong_side: {
    heading: 'Lado equivocado',
    applicant: 'Esta foto muestra {side|el lado equivocado}. Necesitamos {other_side|el otro lado}.',
  },
  document_side_missing: {
    heading: 'Falta un lado',
    applicant:
      'Para este documento ({document_type|el suyo}) también necesitamos {side|el otro lado}. Añada una foto para terminar.',
  },
  document_multiple: {
    heading: 'Más de un documento',
    applicant: 'Vemos más de un documento. Haga la foto solo de {document_type|uno}.',
  },
  document_not_recognised: {
    heading: 'Documento desconocido',
    applicant:
      'No conocemos este documento lo bastante para leerlo de forma automática. Una persona lo mirará {by|pronto}, o puede usar otro ahora: {accepted|un pasaporte}.',
  },
  field_unreadable: {
    heading: 'No se pudo leer',
    applicant: 'No pudimos leer {fields|parte del documento}. Repita la foto con esa parte nítida y sin reflejos.',
  },
  field_absent: {
    heading: 'Falta un dato',
    applicant:
      'Este documento no muestra {fields|un dato} y {operator|este servicio} lo necesita. Añada también otro documento que lo muestre: {accepted|un pasaporte}.',
  },
  machine_zone_unreadable: {
    heading: 'Código no legible',
    applicant:
      'No pudimos leer {zone|la zona del código}. Repita la foto con esa parte plana, nítida y entera a la vista.',
  },
  mrz_check_digit_failed: {
    heading: 'Líneas de abajo dudosas',
    applicant:
      'No pudimos confirmar un carácter de las líneas de código de abajo. Suele deberse a la foto: repítala con esas líneas nítidas.',
  },
  script_not_readable: {
    heading: 'Escritura no legible',
    applicant:
      'Su documento está en {script|una escritura que aún no leemos} y no encontramos los datos en letras latinas. Una persona que sabe leerla lo revisará {by|pronto}, o puede usar un pasaporte.',
  },
  document_expired: {
    heading: 'Documento caducado',
    applicant: 'Este documento caducó: {date|la fecha ya pasó}. Use uno que sea válido hoy.',
  },
  document_expires_soon: {
    heading: 'Caduca muy pronto',
    applicant:
      'Este documento caduca pronto: {date|la fecha está muy cerca}. {operator|Este servicio} pide que sea válido al menos {days|un tiempo} más. Use uno que dure más.',
  },
  document_voided_or_damaged: {
    heading: 'Anulado o dañado',
    applicant: 'El documento parece {damage|dañado}. Use otro, o pida que lo revise una persona.',
  },
  document_data_impossible: {
    heading: 'Un dato no encaja',
    applicant:
      'Leímos «{value|un valor}» en {field|un dato}. Eso no encaja con este tipo de documento. Revise lo que leímos y corríjalo si está mal. Una persona lo confirmará {by|pronto}.',
  },
  sides_mismatch: {
    heading: 'Los lados no coinciden',
    applicant:
      'El frente y el reverso no coinciden en {fields|un dato}. Compruebe que las dos fotos son del mismo documento.',
  },
  machine_zone_mismatch: {
    heading: 'Texto y código difieren',
    applicant:
      'En {field|un dato}, el texto dice «{a|una cosa}» y el código dice «{b|otra}». Repita la foto una vez. Si sigue igual, una persona lo revisará {by|pronto}.',
  },
  name_mismatch: {
    heading: 'El nombre es distinto',
    applicant:
      'Usted escribió el nombre «{claimed|un nombre}» y el documento muestra «{read|otro}». Corrija lo que escribió. Si los dos son suyos (apellido de casada, otra forma de escribirlo), díganoslo y añada una prueba.',
  },
  name_spelling_unconfirmed: {
    heading: 'Cómo se escribe su nombre',
    applicant:
      'Su nombre se puede escribir de varias formas en letras latinas: {variants|varias formas}. Elija la que aparece en {where|su pasaporte o su tarjeta bancaria}.',
  },
  claimed_detail_mismatch: {
    heading: 'Un dato es distinto',
    applicant:
      'En {field|un dato}, usted escribió «{claimed|una cosa}» y el documento muestra «{read|otra}». Corrija el que esté mal.',
  },
  document_not_original: {
    heading: 'Foto de otra imagen',
    applicant: 'Esto parece una foto de {medium|una copia o una pantalla}. Haga la foto del documento de verdad.',
  },
  document_image_edited: {
    heading: 'Lo mirará una persona',
    applicant:
      'Una persona tiene que mirar esta imagen con más detalle. Le avisaremos {by|pronto}; mientras tanto, puede añadir otro documento.',
  },
  document_design_mismatch: {
    heading: 'Aspecto distinto',
    applicant:
      'El documento no se parece al que conocemos: {document_type|este tipo}. Una persona lo comparará {by|pronto}.',
  },
  chip_signature_invalid: {
    heading: 'Chip no confirmado',
    applicant:
      'No se pudo confirmar el sello digital del chip. Una persona comprobará {by|pronto} si nos falta un certificado de su país.',
  },
  capture_source_not_trusted: {
    heading: 'No viene de una cámara',
    applicant:
      'La imagen no viene de una cámara normal. Cierre los programas de efectos o de emisión, o use su teléfono.',
  },
  face_not_found: {
    heading: 'No se ve la cara',
    applicant: 'No vimos su cara. Mire a la cámara, con la luz delante de usted.',
  },
  face_multiple: {
    heading: 'Más de una cara',
    applicant: 'Vemos más de una cara. Póngase solo usted en la imagen, por favor.',
  },
  face_obscured: {
    heading: 'Cara tapada',
    applicant: 'Parte de su cara está tapada: {item|hay algo delante}. Quítelo si puede, o pida otra forma de hacerlo.',
  },
  liveness_not_completed: {
    heading: 'Movimiento sin terminar',
    applicant:
      'La prueba de movimiento se detuvo en el paso {done|uno} de {steps|varios}. Inténtelo de nuevo o elija la versión sin movimiento.',
  },
  liveness_not_confirmed: {
    heading: 'Selfi sin confirmar',
    applicant:
      'No pudimos saber si había una persona real ante la cámara. Inténtelo otra vez con mejor luz. Si no, decidirá una persona.',
  },
  document_portrait_unusable: {
    heading: 'Foto del documento',
    applicant:
      'La foto de su documento es muy pequeña o está gastada para compararla. Deje que leamos el chip o use otro documento.',
  },
  face_mismatch: {
    heading: 'Hay que mirar las caras',
    applicant:
      'Su selfi y la foto del documento no se parecen lo bastante para decidirlo de forma automática. Una persona las comparará {by|pronto}.',
  },
  face_duplicate_possible: {
    heading: 'Lo mirará una persona',
    applicant: 'Una persona tiene que revisar algo. Aún no hay nada decidido y le avisaremos {by|pronto}.',
  },
  contact_country_not_supported: {
    heading: 'Número no atendido',
    applicant:
      'No podemos enviar códigos a números de {country|este país} por {channel|esta vía}. Use en su lugar: {channels|otra vía}.',
    because: {
      policy: 'No aceptamos números de teléfono de {country|este país}. Use un número de otro país.',
    },
  },
  code_not_delivered: {
    heading: 'El código no llegó',
    applicant:
      'El código no se entregó. Nos dijeron: «{status|sin motivo}». Pruebe otra vía, como una llamada o un correo electrónico. Esto no le ha costado ningún intento.',
  },
  code_not_accepted: {
    heading: 'Código no aceptado',
    applicant:
      'Ese código {why|no es correcto}. Intentos que quedan: {tries|algunos}. Puede pedir un código nuevo en {seconds|un momento}.',
  },
  address_document_not_accepted: {
    heading: 'Papel no aceptado',
    applicant:
      'Este papel no sirve para demostrar su dirección: {why|no es de un tipo que aceptemos}. Use {accepted|otro papel} con fecha posterior a esta: {date|hace tres meses}.',
  },
  address_not_confirmed: {
    heading: 'Dirección distinta',
    applicant:
      'El papel muestra la dirección «{read|una dirección}» y usted escribió «{claimed|otra}». Corríjala o envíe un papel con la actual.',
  },
  record_not_confirmed: {
    heading: 'Datos sin confirmar',
    applicant:
      '{source|El registro} no confirmó sus datos. Revise si hay errores al escribirlos, o demuéstrelos de otra forma: {accepted|con un documento}.',
  },
  screening_possible_match: {
    heading: 'Lo mirará una persona',
    applicant: 'Una comprobación de rutina necesita a una persona. Le avisaremos {by|pronto}.',
  },
  screening_confirmed_match: {
    heading: 'Cuenta no posible',
    applicant:
      '{operator|Este servicio} no puede abrir esta cuenta. Puede pedir una revisión (caso {case_id|número a petición}) y reclamar ante {body|la autoridad competente}.',
  },
  provider_unavailable: {
    heading: 'Un servicio no responde',
    applicant:
      'Un servicio del que dependemos no responde. No es culpa suya y no le ha costado ningún intento. Seguiremos por nuestra cuenta y le enviaremos un mensaje.',
  },
  reviewer_declined: {
    heading: 'Rechazado por una persona',
    applicant:
      'Una persona decidió no aceptarlo. Los motivos: {reasons|se indican aquí}. Puede recurrir hasta el {date|día que se indica aquí}.',
  },
  review_required: {
    heading: 'Lo mirará una persona',
    applicant:
      'Una persona revisará {step|su documento} {by|pronto}. Aún no hay nada decidido y para esto usted no tiene que hacer nada.',
  },
};
