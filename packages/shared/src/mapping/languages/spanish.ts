import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of es (BSD-3-Clause); the rest: columns of sheets.
export const spanish: Language = {
  title: 'Spanish',
  email: `
    correo, correo electrónico, dirección de correo, dirección de correo electrónico, dirección email, email,
    e-mail, email profesional, correo electrónico profesional, correo de trabajo, correo corporativo, email de
    contacto, correo empresarial, mail, dirección de email, correo laboral`,
  firstName: 'nombre de pila, primer nombre, nombres',
  lastName: 'apellido, apellidos, primer apellido, apellido paterno',
  fullName: `
    nombre completo, nombre y apellido, nombre y apellidos, persona de contacto, nombre del contacto, apellidos y
    nombre, nombre apellido, contacto, nombre del cliente`,
  name: 'nombre',
  company: `
    empresa, nombre de la empresa, nombre de empresa, nombre empresa, compañía, razón social, sociedad,
    organización, negocio, institución, empleador, nombre de la compañía, nombre del negocio, entidad`,
  jobTitle: `
    cargo, puesto, puesto de trabajo, título del puesto, profesión, ocupación, posición, rol, función, título,
    título profesional`,
  phone: 'teléfono, número de teléfono, móvil, celular',
  website: 'sitio web, página web, web',
  optOut: `
    dado de baja, baja, no contactar, no enviar, desuscrito, suscripción cancelada, bloqueado, lista negra,
    rechazado, revocado, baja newsletter, no molestar, rebotado, rebote`,
  optIn: `
    suscrito, suscrita, consentimiento, acepta, acepta publicidad, acepta marketing, autorizado, permitido, acepta
    comunicaciones`,
  no: 'no, falso, nunca, ninguno',
  noise: `
    tu, su, cuál, cual, es, por favor, ingrese, ingresa, introduzca, introduce, escribe, escriba, de, del, la, el,
    los, las, obligatorio, opcional, en, qué, que, para, y, trabajas, trabaja, dónde, usted, indique, actual, nos,
    puedes, te, llamas`,
  people: `
    cliente, prospecto, participante, candidato, invitado, asistente, destinatario, comprador, contacto, persona,
    suscriptor, alumno, paciente, interesado, solicitante, lead`,
  others: `
    propietario, responsable, vendedor, comercial, creado, creador, modificado, asignado, asesor, ejecutivo,
    remitente, organizador, anfitrión, gestor, dueño, emergencia, madre, padre, supervisor, asistente comercial,
    proveedor, encargado, agente`,
};
