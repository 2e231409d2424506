/** The characters of the print network in the order of its classes; made by `training/print/alphabet.py`. */
export const PRINT_CHARACTERS: readonly string[] = [
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx',
  'yzÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻ',
  'ĽŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠȚŤŦŨŪŬŮŰŲŴŶŸŹŻŽẀẂẄỲƏƁƊƐƓƘƝƆƳßàáâãäåæçèéêëìí',
  'îïðñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňŋōŏőœŕŗřś',
  'ŝşšțťŧũūŭůűųŵŷźżžẁẃẅỳəɓɗɛɠƙɲɔƴƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖ',
  'ỘỚỜỞỠỢỤỦỨỪỬỮỰỴỶỸơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỵ',
  'ỷỹ .,/-\'():;<>#&+*"°ª№%@_=!?§·€$[]',
];
