# كلمات المهنة والكلمات المشتركة. مفاتيحها لا تبدأ بأسماء الملفات الأخرى.

## معجم المهنة

term-bazaar = بازار
term-edition = دورة
term-site = موقع
term-till = نقطة بيع
term-drawer = درج
term-safe = خزنة
term-family = أسرة
term-families = أسر
term-package = باقة
term-packages = باقات
term-product-line = صنف
term-product-lines = أصناف
term-intake = استلام
term-ticket = سلة
term-sale = بيع
term-sales = مبيعات
term-receipt = إيصال
term-gift-receipt = إيصال هدية
term-tender = دفع
term-change = الباقي
term-refund = مرتجع
term-void = إلغاء
term-order = طلب
term-orders = طلبات
term-deposit = عربون
term-shift = وردية
term-float = عهدة افتتاحية
term-cash-count = جرد الدرج
term-over = زيادة
term-short = عجز
term-trading-day = يوم البازار
term-report = تقرير
term-x-report = تقرير X
term-z-report = تقرير Z
term-settlement = تسوية
term-statement = كشف حساب
term-payout = صرف
term-commission = عمولة
term-fee = رسم
term-fees = رسوم
term-advance = سلفة
term-adjustment = تعديل
term-brought-forward = رصيد سابق
term-carried-forward = رصيد مدور
term-net-sales = صافي المبيعات
term-payable = المستحق
term-discount = خصم
term-tax = ضريبة
term-voucher = قسيمة
term-organiser = الجهة المنظمة
term-stall = ركن
term-licence = رخصة
term-price = السعر
term-quantity = الكمية
term-total = الإجمالي
term-copy = نسخة
term-training = تدريب

## الأدوار

role-cashier = أمين الصندوق
role-supervisor = المشرف
role-organiser = المنظم

## طرق الدفع

tender-cash = نقدًا
tender-card = بطاقة
tender-transfer = تحويل بنكي
tender-wallet = محفظة إلكترونية
tender-voucher = قسيمة
tender-deposit = عربون مدفوع
tender-taken-by-family = استلمته الأسرة

## طرق الصرف

payout-drawer = نقدًا من الدرج
payout-safe = نقدًا من الخزنة
payout-transfer = تحويل بنكي
payout-cheque = شيك

## حركة النقد

cash-paid-in = إيداع في الدرج
cash-paid-out = سحب لمصروف
cash-drop = توريد إلى الخزنة

## حالة الطلب

order-open = قيد التجهيز
order-handed-over = مسلَّم
order-delivered = وصل
order-cancelled = ملغى

## من يتحمل الخصم

funder-family = على الأسرة
funder-organiser = على الجهة المنظمة

## أنواع الرخص

licence-home = اعتماد منزلي
licence-freelance = وثيقة عمل حر
licence-social-security = الضمان الاجتماعي
licence-charity = جمعية خيرية
licence-other-authority = جهة أخرى

## الوحدات

unit-each = قطعة
unit-box = علبة
unit-dozen = درزن
unit-kilogram = كجم
unit-gram = جم
unit-litre = لتر
unit-metre = متر

## كميات كاملة مع وحداتها

quantity-each = { $count ->
    [zero] { $count }{"\u00A0"}قطعة
    [one] قطعة{"\u00A0"}واحدة
    [two] قطعتان
    [few] { $count }{"\u00A0"}قطع
    [many] { $count }{"\u00A0"}قطعة
   *[other] { $count }{"\u00A0"}قطعة
}
quantity-box = { $count ->
    [zero] { $count }{"\u00A0"}علبة
    [one] علبة{"\u00A0"}واحدة
    [two] علبتان
    [few] { $count }{"\u00A0"}علب
    [many] { $count }{"\u00A0"}علبة
   *[other] { $count }{"\u00A0"}علبة
}
quantity-dozen = { $count ->
    [zero] { $count }{"\u00A0"}درزن
    [one] درزن{"\u00A0"}واحد
    [two] درزنان
    [few] { $count }{"\u00A0"}درازن
    [many] { $count }{"\u00A0"}درزنًا
   *[other] { $count }{"\u00A0"}درزن
}
quantity-litre = { $count ->
    [zero] { $count }{"\u00A0"}لتر
    [one] لتر{"\u00A0"}واحد
    [two] لتران
    [few] { $count }{"\u00A0"}لترات
    [many] { $count }{"\u00A0"}لترًا
   *[other] { $count }{"\u00A0"}لتر
}
quantity-metre = { $count ->
    [zero] { $count }{"\u00A0"}متر
    [one] متر{"\u00A0"}واحد
    [two] متران
    [few] { $count }{"\u00A0"}أمتار
    [many] { $count }{"\u00A0"}مترًا
   *[other] { $count }{"\u00A0"}متر
}

## أحجام الملفات

size-bytes = { $count } بايت
size-kilobytes = { $count } كيلوبايت
size-megabytes = { $count } ميغابايت

## العملات

currency-name-aed = درهم إماراتي
currency-name-sar = ريال سعودي
currency-name-qar = ريال قطري
currency-name-kwd = دينار كويتي
currency-name-bhd = دينار بحريني
currency-name-omr = ريال عماني

currency-sign-aed = د.إ
currency-sign-sar = ر.س
currency-sign-qar = ر.ق
currency-sign-kwd = د.ك
currency-sign-bhd = د.ب
currency-sign-omr = ر.ع

## أيام الأسبوع

weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد

## الشهور الميلادية

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

## الشهور الهجرية

hijri-month-1 = محرم
hijri-month-2 = صفر
hijri-month-3 = ربيع الأول
hijri-month-4 = ربيع الآخر
hijri-month-5 = جمادى الأولى
hijri-month-6 = جمادى الآخرة
hijri-month-7 = رجب
hijri-month-8 = شعبان
hijri-month-9 = رمضان
hijri-month-10 = شوال
hijri-month-11 = ذو القعدة
hijri-month-12 = ذو الحجة

## التواريخ

date-long = { $day } { $month } { $year } م
date-long-hijri = { $day } { $month } { $year } هـ
date-short-hijri = { $date } هـ
date-with-weekday = { $weekday }، { $date }
date-both = { $first } الموافق { $second }
date-and-time = { $date }، { $time }

## المبالغ كتابة

amount-in-words-only = فقط { $words } لا غير

## الأعداد

count-lines = { $count ->
    [zero] لا أصناف
    [one] صنف واحد
    [two] صنفان
    [few] { $count } أصناف
    [many] { $count } صنفًا
   *[other] { $count } صنف
}
licence-soon = { $count ->
    [zero] تنتهي اليوم
    [one] تنتهي بعد يوم
    [two] تنتهي بعد يومين
    [few] تنتهي بعد { $count } أيام
    [many] تنتهي بعد { $count } يومًا
   *[other] تنتهي بعد { $count } يوم
}
licence-expired = منتهية
count-families = { $count ->
    [zero] لا أسر
    [one] أسرة واحدة
    [two] أسرتان
    [few] { $count } أسر
    [many] { $count } أسرة
   *[other] { $count } أسرة
}

## الطابعات: ما الخلل وما العمل

printer-paper-out = انتهى الورق: افتح الغطاء وضع لفة جديدة ثم أغلقه.
printer-cover-open = غطاء الطابعة مفتوح: أغلقه حتى تسمع النقرة.
printer-cutter-jammed = القاطع عالق: أطفئ الطابعة وأزل الورق ثم شغّلها.
printer-fault = في الطابعة خلل: أطفئها ثم شغّلها.
printer-offline = الطابعة غير جاهزة: اضغط زر سحب الورق أو أطفئها ثم شغّلها.
printer-no-answer = الطابعة لا تجيب: أطفئها ثم شغّلها.
printer-unreachable = تعذّر الوصول إلى الطابعة: تأكد أنها تعمل وأن السلك موصول.
printer-not-permitted = لا يُسمح لهذا المستخدم بالطابعة: اسأل المسؤول عن الجهاز.
printer-broke-off = انقطع الاتصال بالطابعة في الطريق.
printer-unconfirmed = لم تؤكد الطابعة أنها طبعت.
printer-stood-still = توقفت الطابعة وقتًا طويلًا.
printer-no-drawer = لا درج على هذه الطابعة: افتحه بمفتاحه.
printer-drawer-shut = لم يُفتح الدرج: افتحه بمفتاحه.
printer-program-ended = أُغلقت نقطة البيع أو انقطعت عنها الكهرباء أثناء ذلك.
printer-other-printer = أُعدّت لطابعة أخرى.
printer-unreadable = الورقة المحفوظة تالفة.

printer-state-waiting = في الانتظار.
printer-state-blocked = لم تُطبع بعد؛ ستُعاد المحاولة تلقائيًا.
printer-state-printing = تُطبع الآن وتكتمل تلقائيًا.
printer-state-printed = طُبعت.
printer-state-sent = أُرسلت؛ هذه الطابعة لا تؤكد الطباعة.
printer-state-asking = هل طُبعت؟ انظر إلى الطابعة.
printer-state-held = انتظرت طويلًا. هل ما زالت مطلوبة؟
printer-state-failed = لم تتم.
printer-state-given-up = صُرف النظر عنها.

## أرصدة من دورة إلى التي تليها

carried-to-edition = مُرحّل إلى الدورة { $edition }
brought-from-edition = مُرحّل من الدورة { $edition }
taken-back-from-edition = مُستعاد من الدورة { $edition }
carried-advance = ومعه من السلفة: { $amount }
