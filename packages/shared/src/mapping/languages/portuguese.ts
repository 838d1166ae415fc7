import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of pt and pt_BR (BSD-3-Clause); the rest: columns of sheets.
export const portuguese: Language = {
  title: 'Portuguese',
  email: `
    e-mail, email, correio eletrônico, correio electrónico, endereço de e-mail, endereço de email, endereço e-mail,
    e-mail profissional, e-mail corporativo, e-mail de trabalho, endereço eletrônico, e-mail comercial`,
  firstName: 'primeiro nome, nome próprio, prenome',
  lastName: 'sobrenome, apelido, último nome, nome de família, apelidos',
  fullName: `
    nome completo, nome e sobrenome, nome do contato, nome do contacto, pessoa de contato, contato, contacto, nome e
    apelido, nome do cliente, nome sobrenome`,
  name: 'nome',
  company: `
    empresa, nome da empresa, companhia, razão social, organização, instituição, empregador, nome fantasia, nome
    empresa, entidade`,
  jobTitle: 'cargo, função, profissão, posição, ocupação, título, papel, cargo atual, área de atuação',
  phone: 'telefone, número de telefone, celular, telemóvel',
  website: 'site, website, página web',
  optOut: `
    descadastrado, descadastrada, não contatar, não contactar, desinscrito, descadastro, não enviar, bloqueado,
    lista negra, recusado, revogado, não perturbe, cancelou inscrição, removido, inscrição cancelada`,
  optIn: `
    inscrito, inscrita, consentimento, aceita, aceita marketing, autorizado, permitido, assinante, aceita receber
    e-mails, aceita newsletter`,
  no: 'não, nao, falso, nunca',
  noise: `
    seu, sua, qual, é, por favor, digite, insira, informe, de, do, da, o, a, os, as, obrigatório, opcional, em, que,
    para, e, você, trabalha, onde, atual, melhor, como, se, chama, nos`,
  people: `
    cliente, prospect, participante, candidato, convidado, destinatário, comprador, contato, contacto, pessoa,
    assinante, aluno, paciente, interessado, lead`,
  others: `
    proprietário, responsável, vendedor, criado, criador, modificado, atribuído, consultor, remetente, organizador,
    anfitrião, gestor, gerente, dono, emergência, mãe, pai, supervisor, fornecedor, atendente, corretor`,
};
