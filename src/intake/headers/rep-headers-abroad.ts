import type { RepField } from '../../plan/fields';
import type { Phrases } from './account-headers';

/** Headers of team lists in other languages, where `REP_HEADERS` does not have them. */
export const REP_HEADERS_ABROAD: Partial<Record<RepField, Phrases>> = {
  repId: [
    [
      1,
      'vendedor id|id vendedor|id do vendedor|id del vendedor|codigo vendedor|codigo do vendedor|codigo del vendedor|cod vendedor|numero vendedor|vendeur id|id vendeur|code vendeur|id commercial|code commercial|verkaufer id|verkaufer number|vertreter id|vertreter number|betreuer id|mitarbeiter id|id venditore|codice venditore|id agente|codice agente|verkoper id|vertegenwoordiger id|担当者 id|担当者コード|営業担当コード|社員番号|社員コード',
    ],
    [
      0.95,
      'agent id|sales agent id|ae id|am id|kam id|csm id|bdm id|salesrep id|sales people id|rep key|representative id|asesor id|id asesor|codvendedor|cod vendedor',
    ],
  ],
  repName: [
    [
      1,
      'nombre vendedor|nombre del vendedor|nome vendedor|nome do vendedor|nom vendeur|nom du vendeur|nom commercial|nom du commercial|nome venditore|nome agente|name des vertreters|vertreter name|verkaufer name|naam verkoper|担当者名|営業担当者名|社員名',
    ],
    [
      0.95,
      'vendedora|representante|representante comercial|asesor|asesor comercial|ejecutivo|ejecutivo de ventas|vendeur|vendeuse|attache commercial|delegue commercial|venditore|agente|agente commerciale|commerciale|vertreter|handelsvertreter|betreuer|kundenbetreuer|aussendienst|gebietsleiter|verkoper|vertegenwoordiger|accountmanager|agent|担当者|営業担当|営業担当者|営業',
    ],
    // Customers are called so as well.
    [0.7, 'nome|naam|氏名|名前'],
  ],
  email: [[1, 'correo e|e mail adresse|posta elettronica|メール|メールアドレス']],
  region: [[0.95, 'regional|regional code|regiao|bolge|regional comercial']],
  role: [[0.95, 'ruolo|qualifica|functie|役職|職種']],
  manager: [
    [
      0.95,
      'gerente distrital|gerente regional|supervisor de vendas|gestor|coordinador|coordenador|responsabile|capo area|leidinggevende|上司',
    ],
  ],
  hireDate: [
    [
      1,
      'fecha de ingreso|fecha ingreso|fecha de alta|data de admissao|data admissao|data de contratacao|data assunzione|data di assunzione|datum in dienst|indiensttreding|入社日',
    ],
  ],
  quota: [
    [
      0.95,
      'meta|meta mensal|meta anual|meta trimestral|meta de vendas|meta de ventas|cuota anual|cuota mensual|obiettivo|obiettivo annuo|doelstelling|omzetdoel|売上目標|目標|ノルマ',
    ],
  ],
  territory: [
    [
      0.8,
      'zona|zona de ventas|zona de vendas|zona commerciale|area commerciale|zone commerciale|secteur commercial|rayon|verkoopgebied|担当エリア|担当地区|エリア',
    ],
  ],
  active: [[0.95, 'ativo|attivo|actief|在籍']],
};
