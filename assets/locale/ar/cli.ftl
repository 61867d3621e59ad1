# سطر الأوامر: الأوامر والأجوبة وما كُتب خطأ. مفاتيحها تبدأ بـ "cli-".

## المساعدة

cli-about = صندوق: نقطة بيع البازار الخيري. دون أمر يفتح نافذته.
cli-after-help =

    رموز الخروج: 0 تم، 1 رُفض مع السبب، 2 خطأ في الاستعمال، 3 عطل.
    يمكن أن تعطي البيئة SANDUQ_DATA وSANDUQ_STAFF وSANDUQ_PIN
    وSANDUQ_APPROVER وSANDUQ_APPROVER_PIN بدل الخيارات.
cli-heading-usage = الاستعمال:
cli-heading-commands = الأوامر:
cli-heading-arguments = المدخلات:
cli-heading-options = الخيارات:

cli-setup = تجهيز البازار من ملفه، أو إعطاؤه شروطًا جديدة
cli-setup-more =

    ⁦--pin⁩ هو الرقم السري الأول للمنظم، وهو ⁦--staff⁩ أو أول منظم في الملف.
    الشروط الجديدة تحتاج ⁦--staff⁩ و⁦--pin⁩ لمنظم.
    JSON: bazaar, name, till, currency, folder, new_terms, needs_first_pin
cli-pin = تحديد رقم سري
cli-import = استيراد أسر أو أصناف أو مبيعات أو طلبات متجر إلكتروني من CSV أو XLSX أو JSON
cli-import-families = استيراد الأسر؛ المعروفة منها تُحدَّث
cli-import-lines = استيراد الأصناف؛ المعروفة منها تُحدَّث
cli-import-sales = استيراد مبيعات سُجلت في مكان آخر، مع أيامها
cli-day = فتح يوم البازار أو إغلاقه أو النظر فيه
cli-day-open = فتح يوم البازار
cli-day-close = إغلاق يوم البازار نهائيًا: تقرير Z المرقّم
cli-day-status = ما هو مفتوح وما أُغلق
cli-day-status-more =

    JSON: day, today, overdue, currency, open_orders, visitors,
    shifts: till, cashier, opened_at, float; parked: id, name, total;
    days: day, opened_at, closed_at, z_number
cli-shift = فتح الوردية على نقطة البيع هذه أو جردها أو إغلاقها
cli-shift-open = فتح وردية بعهدة افتتاحية معدودة
cli-shift-count = جرد الدرج؛ المتوقع لا يُقال إلا عند الإغلاق
cli-shift-close = إغلاق الوردية على آخر جرد
cli-cash = إيداع نقد في الدرج أو سحبه أو توريده إلى الخزنة
cli-door = عدّ الداخلين إلى القاعة أو الخارجين منها
cli-door-more =

    JSON: entered, left, inside, advised, full, hall_limit
cli-visit = عدّ زائرًا أُرشد في موضوع
cli-visit-more =

    JSON: entered, left, inside, advised
cli-arg-door-way = in للدخول، out للخروج
cli-arg-people = عدد الأشخاص؛ واحد إن لم يُذكر
cli-arg-correct = تراجع عن عدّ سُجّل خطأً
cli-arg-subject = رمز الموضوع، كما في ملف البازار
cli-door-full = القاعة ممتلئة.
cli-visitors = الزوار: دخل { $entered }، وفي القاعة { $inside }، واستشار { $advised }
cli-intake = استلام بضاعة من أسرة
cli-intake-more =

    sanduq intake F05 F05-01=12 F05-02=3.5 --best-before 2026-12-01
    إن لم تُذكر بضاعة قُرئ السند من الدخل القياسي (JSON):
    {"  {"}"lines": [{"{"}"sku": "F05-01", "quantity": 12, "batch": "B7",
       "produced": "2026-11-24", "best_before": "2026-12-01"{"}"}]{"}"}
    الكميات نصوص أو أعداد صحيحة.
      id      معرّف uuid للسند؛ السند المرسل مرتين يُقيد مرة
      person  من سلّم البضاعة؛ note ملاحظة
    JSON: id, number, family, person, note, lines
cli-return-goods = إرجاع بضاعة إلى أسرتها
cli-goods-more =

    إن لم تُذكر بضاعة قُرئ السند من الدخل القياسي كما في "intake".
    JSON: id, number, family, person, note, lines
cli-loss = شطب بضاعة انكسرت أو فسدت أو سُرقت
cli-loss-more =

    إن لم تُذكر بضاعة قُرئ السند من الدخل القياسي كما في "intake".
    إن تحملت الجهة المنظمة الفقد فللأسرة السعر ناقصًا عمولته.
    JSON: id, number, family, note, borne_by, credit, lines
cli-unsold = جرد ما لم يُبع لأسرة عند الإغلاق
cli-unsold-more =

    لا بد من عدّ كل صنف بقي منه شيء، ولو كان 0.
    إن لم تُذكر بضاعة قُرئ السند من الدخل القياسي كما في "intake".
    JSON: id, number, family, stays, lines فيها quantity, expected, missing
cli-families = الأسر ورخصها
cli-families-more =

    يُنبَّه إلى الرخصة التي تنتهي خلال 30 يومًا أو انتهت.
    JSON: code, name, packages, active, sells_through, food, licence
cli-arg-warned = ما تنتهي رخصته قريبًا أو انتهت فقط
cli-families-none = لا أسرة لعرضها.
cli-column-package = الباقة
cli-column-licence = الرخصة
cli-stock = ما بقي من البضاعة المستلمة
cli-stock-more =

    الباقي = المستلم - المُعاد - المفقود - الناقص - المبيع، وهو تحت الصفر إن بيع
    أكثر مما استُلم.
    JSON: family, sku, received, returned, lost, missing, sold, left, best_before
cli-arg-goods = الصنف والكمية مثل F05-01=12؛ وإلا فمن الدخل القياسي
cli-arg-goods-by = من يسلّمها أو يتسلّمها إن لم تكن الأسرة نفسها
cli-arg-goods-note = ملاحظة عنها
cli-arg-batch = اسم الدفعة عند الأسرة
cli-arg-batch-best-before = إلى متى تصلح
cli-arg-organiser-pays = تتحمل الجهة المنظمة الفقد ويُضاف إلى حساب الأسرة
cli-arg-stays = تبقى البضاعة لليوم التالي
cli-intake-done = سند استلام { $number } من الأسرة { $family }
cli-goods-returned = أُرجعت بضاعة إلى الأسرة { $family } بالسند { $number }
cli-loss-of-family = شُطبت بضاعة على الأسرة { $family } بالسند { $number }
cli-loss-of-organiser = شُطبت بضاعة للأسرة { $family } بالسند { $number } وتعوضها الجهة المنظمة { $amount }
cli-unsold-done = أُرجع ما لم يُبع إلى الأسرة { $family } بالسند { $number }
cli-unsold-stays = جُرد ما لم يُبع للأسرة { $family } بالسند { $number }
cli-stock-empty = لم تسلّم أي أسرة بضاعة.
cli-column-goods-counted = الموجود
cli-column-expected = المتوقع
cli-column-missing = الناقص
cli-column-received = المستلم
cli-column-sold = المبيع
cli-column-returned = المُعاد
cli-column-lost = المفقود
cli-column-goods-left = الباقي
cli-column-best-before = الصلاحية
cli-not-goods = { $text } ليس صنفًا مع كميته.
cli-no-goods = لم تصل أي بضاعة.
cli-do-goods = اكتب الصنف=الكمية، مثل F05-01=12.
cli-sell = بيع السلال من المدخل القياسي (JSON)
cli-sell-more =

    سلة بعد سلة؛ تُؤكَّد كل سلة بعد حفظها على القرص:
    {"  {"}"lines": [{"{"}"sku": "F06-01", "quantity": 3{"}"}],
       "tenders": [{"{"}"kind": "cash", "amount": "50.00"{"}"}]{"}"}
    المبالغ والكميات نصوص أو أعداد صحيحة.
      id        معرّف السلة uuid؛ السلة المرسلة مرتين بيع واحد
      lines     sku أو barcode، quantity؛ price، discount، note
      discount  percent أو amount؛ funder: family أو organiser؛ reason
      tenders   kind: cash أو card أو transfer أو wallet أو voucher أو
    {"            {"}"taken_by_family": "F01"{"}"}؛ amount؛ reference
    تغيير السعر والخصم الكبير يحتاجان ⁦--approver⁩.
    جواب JSON: id, number, receipt, day, at, cashier, approver, again, currency,
    lines, list, discount, tax, cash_rounding, paid, change, tenders
cli-refund = إرجاع بضاعة على إيصال
cli-order = أخذ الطلبات أو تسليمها أو إلغاؤها أو عرضها
cli-order-take = أخذ الطلب من المدخل القياسي (JSON)
cli-order-take-more =

    كسلة الأمر sell، ومدفوعاتها هي العربون، ومعها
      customer  name؛ phone، address
      wish      ما المطلوب صنعه
      due_on    تاريخ مثل ⁦2026-11-28⁩
cli-order-hand-over = تسليم طلب؛ عربونه يدفع جزءًا منه
cli-order-cancel = إلغاء طلب ورد ما دُفع: نقدًا، أو من حيث دُفع في المتجر
cli-order-deliver = سجّل أن الطلب المدفوع وصل إلى عنوانه
cli-order-delivered = وصل الطلب { $number }.
cli-arg-received-by = من استلمه
cli-arg-orders-of = طلبات هذه الأسرة وحدها
cli-order-list = عرض الطلبات المفتوحة
cli-order-list-more =

    JSON: currency, orders: id, number, state, day, customer, address, wish, due_on, total,
    deposit, lines
cli-report = عرض تقرير X لليوم المفتوح أو Z ليوم مغلق
cli-report-more =

    JSON: report, day, currency, tally؛ ومع Z أيضًا: number, closed_at,
    perpetual_sales, perpetual_refunds, carried_over, late_sales, late_paid, up_to_seq, head.
    tally: sales, refunds, voids, voided, orders_taken, total, by_tender,
    by_package, by_family, by_till, by_cashier, by_hour, visitors, receipts,
    drawers, proof
cli-settle = تسوية أسر يوم مغلق
cli-statement = عرض كشف حساب أسرة أو كتابته في ملف، أو كشوف الأسر كلها
cli-statement-more =

    من دون أيام يكون الكشف لآخر تسوية. الخيار ⁦--out⁩ يكتب صفحات A4 في ملف PDF أو
    صورة PNG؛ ولكل الأسر ملف PDF واحد أو ملف zip أو مجلد من ملفات PDF.

    JSON: family, name, currency, settlement, statement, account.
    statement: first_day, last_day, days, goods, brought_forward, brought_from, sales,
    family_discounts, organiser_discounts, refunds, tax, net_sales, commissions,
    commission, fees, adjustments, advance_instalment, advance_left, held,
    payable, paid, carried, carried_forward
    settlement: number, day, brought_forward, sales, family_discounts, refunds,
    tax, net_sales, commission, fees, adjustments, advance_instalment,
    advance_left, held, payable, goods
    account: settled_balance, unsettled, payouts, payments, carried
cli-payout = الصرف لأسرة، كله أو جزء منه
cli-collect = تحصيل ما على أسرة
cli-unclaimed = عرض ما لم تستلمه الأسر، وكتابة ملف تحويلات للبنك
cli-unclaimed-more =

    JSON: currency, unclaimed, transfers.
    unclaimed: family, name, since, until, amount, iban
    في ملف البنك سطر لكل آيبان: iban, beneficiary, amount, currency, reference.
    الملف لا يصرف شيئًا: سجّل كل صرف بعد أن ينفذه البنك.
cli-advance = إعطاء أسرة سلفة
cli-adjust = تعديل حساب أسرة
cli-safe = خزنة الجهة المنظمة
cli-safe-fill = إيداع نقد الجهة المنظمة في الخزنة
cli-tally = المجاميع حسب الأسرة أو الباقة أو الساعة أو الدفع أو أمين الصندوق أو نقطة البيع
cli-tally-more =

    JSON: by, currency, rows, total, visitors. الصف: code, lines, quantity, list,
    family_discounts, organiser_discounts, paid, refunded, net_paid, tax, credit;
    وللدفع: code, payments, sales, refunds, deposits, deposits_returned, net
cli-export = كتابة الدفاتر مصنفًا لبرنامج إكسل أو CSV أو بصيغة hledger أو beancount أو سجلًا؛ أو الأسر والأصناف كما تُستورد
cli-export-more =

    في journal وfamilies هواتف وحسابات مصرفية وعناوين، فيُطلب لكليهما دخول المنظم
    ‎(--staff و--pin، أو SANDUQ_STAFF وSANDUQ_PIN).
cli-verify = إثبات أن البيانات كما سُجلت
cli-verify-more =

    JSON: entries, head, whole, fault: seq, text
cli-rebuild = إعادة بناء كل ما يُبنى من السجل
cli-backup = نسخ البيانات دون توقف البيع
cli-restore = استعادة نسخة احتياطية
cli-printer = طابعة إيصالات نقطة البيع هذه
cli-printer-list = الطابعة المستعملة والأنواع المعروفة
cli-printer-list-more =

    JSON: device, profile, printers, usb, profiles: id, vendor, model, width_mm, dots; faults
cli-printer-test = طباعة صفحة الاختبار

cli-arg-data = مجلد بيانات نقطة البيع
cli-arg-language = لغة النصوص: ar أو en
cli-arg-kiosk = تملأ النافذة الشاشة كلها
cli-arg-staff = من يقوم بالعمل
cli-arg-pin = رقمه السري؛ يُسأل عنه إن لم يُعطَ
cli-arg-approver = من يوافق على ما لا يجوز للأول وحده
cli-arg-approver-pin = الرقم السري لمن يوافق
cli-arg-customer-display = نافذة تواجه العميل: on أو off؛ وإلا فكما في الإعدادات
cli-arg-training = افتح النافذة على التدريب؛ بياناته منفصلة ولا تُحسب
cli-arg-json = الجواب بصيغة JSON؛ المبالغ أعداد عشرية في نصوص
cli-arg-help = عرض هذه المساعدة
cli-arg-version = عرض الإصدار
cli-arg-setup-file = ملف التجهيز (TOML)
cli-arg-till = أي نقطة بيع في الملف هذه
cli-arg-whose-pin = صاحب الرقم السري
cli-arg-new-pin = الرقم السري الجديد؛ يُسأل عنه إن لم يُعطَ
cli-arg-sheet = ملف CSV أو XLSX
cli-arg-import-tender = طريقة الدفع حيث لا يذكرها الملف
cli-arg-cash-way = إلى الدرج أو منه أو إلى الخزنة
cli-arg-amount = مبلغ مثل 12.50
cli-arg-signed-amount = مبلغ مثل 12.50؛ السالب على الأسرة
cli-arg-amount-or-all = مبلغ مثل 12.50؛ الكل إن لم يُذكر
cli-arg-reason = السبب
cli-arg-receipt = الرقم المكتوب على الإيصال
cli-arg-line = سطر الإيصال والكمية مثل ⁦2=1⁩؛ الكل إن لم يُذكر
cli-arg-in-cash = الرد نقدًا مهما كانت طريقة الدفع
cli-arg-order = رقم الطلب
cli-arg-tender = ما يدفع الباقي مثل cash=50.00 أو card=20
cli-arg-keep = ما يُحتفظ به من العربون
cli-arg-all-orders = المغلقة أيضًا
cli-arg-report = ‏X قراءة، أو Z إغلاق
cli-arg-day = يوم البازار مثل ⁦2026-11-26⁩؛ آخر يوم مغلق إن لم يُذكر
cli-arg-days = يوم بازار؛ يمكن تكراره؛ كل الأيام إن لم يُذكر
cli-arg-open-day = اليوم المراد فتحه مثل ⁦2026-11-26⁩؛ اليوم إن لم يُذكر
cli-arg-anyway = ولو لم يكن البازار يعمل ذلك اليوم
cli-arg-carry-over = ترحيل السلال المعلقة إلى اليوم التالي
cli-arg-float = العهدة المعدودة
cli-arg-denominations = الأوراق والقطع المعدودة مثل 200x3,50x2,0.25x4
cli-arg-only-family = هذه الأسرة فقط
cli-arg-reverse = إلغاء كشف هذه التسوية
cli-arg-family = رمز الأسرة
cli-arg-instalment = ما يُخصم من كل كشف لسداد السلفة
cli-arg-statement-day = كشف هذا اليوم من أيام البازار، مثل ⁦2026-11-26⁩
cli-arg-from = أول أيام المدة
cli-arg-to = آخر أيام المدة
cli-arg-whole-bazaar = البازار كله، كل ما سُوّي حتى الآن
cli-arg-all-families = كل أسرة لها تسوية في تلك الأيام
cli-arg-statement-out = اكتبه في هذا الملف، أو في مجلد للأسر كلها
cli-arg-pictures = صورة بجانب ملف كل أسرة، لإرسالها بالهاتف
cli-arg-bank-file = كتابة تحويلات للأسر التي عُرف آيبانها
cli-late = وصل بعد الإغلاق: { $sales } بمبلغ { $amount }
cli-arg-means = من أين يأتي المال أو إلى أين يذهب
cli-arg-reference = رقم التحويل أو الشيك
cli-arg-collected-by = من استلم
cli-arg-by = التجميع حسب
cli-arg-format = صيغة الكتابة
cli-arg-out = الكتابة في هذا الملف بدل المخرج القياسي
cli-arg-export = الصيغة
cli-arg-backup-file = مكان النسخة
cli-arg-restore-file = النسخة الاحتياطية
cli-arg-replace = تنحية البيانات الحالية أولًا

## خطأ في الاستعمال

cli-notice = صندوق: { $text }
cli-no-such-command = لا يوجد أمر { $word }.
cli-no-such-argument = لا معنى هنا لـ { $word }.
cli-value-wrong = لا يمكن أن يكون { $argument } هو { $value }.
cli-value-missing = { $argument } يحتاج قيمة.
cli-values-number = عدد القيم بعد { $argument } غير صحيح.
cli-argument-missing = ينقص شيء: { $argument }
cli-arguments-conflict = لا يجتمع { $argument } مع { $other }.
cli-command-missing = ينقص الأمر.
cli-do-suggestion = هل تقصد { $word }؟ اكتب ⁦--help⁩ لعرض المتاح.
cli-do-choose-value = اختر واحدًا من: { $values }
cli-do-help = اكتب ⁦--help⁩ لعرض المتاح.

cli-no-data-folder = هذا النظام لا يحدد مجلدًا للبيانات.
cli-do-data-folder = اختر مجلدًا بـ ⁦--data DIR⁩.
cli-no-staff = هذا العمل يحتاج من يقوم به.
cli-do-staff = قل من أنت: ⁦--staff CODE --pin PIN⁩.
cli-no-pin = لا بد من رقم سري.
cli-do-pin = أعطه بـ ⁦--pin⁩ أو في SANDUQ_PIN أو في الطرفية.
cli-pins-differ = الرقمان السريان مختلفان.
cli-do-pin-twice = لم يتغير شيء. ابدأ من جديد واكتب الرقم نفسه مرتين.
cli-no-approver-pin = لا بد من الرقم السري لمن يوافق.
cli-do-approver-pin = أعطه بـ ⁦--approver-pin⁩ أو في SANDUQ_APPROVER_PIN.
cli-not-a-code = { $text } ليس رمزًا.
cli-do-code = الرمز من حروف وأرقام و - _ . /
cli-not-a-date = { $text } ليس تاريخًا.
cli-do-date = اكتب التاريخ هكذا: ⁦2026-11-26⁩.
cli-not-an-amount = { $text } ليس مبلغًا.
cli-do-amount = اكتب المبلغ هكذا: 12.50.
cli-do-amount-ambiguous = يُقرأ على وجهين. اكتب كل الكسور العشرية للعملة ودون فواصل للآلاف.
cli-do-amount-currency = اكتبه بعملة البازار.
cli-do-amount-decimals = لا تكتب كسورًا أكثر مما في العملة.
cli-not-a-quantity = { $text } ليس كمية أو نسبة.
cli-do-quantity = اكتب الكمية هكذا: 3 أو 0.350، والنسبة هكذا: 10 أو 12.5.
cli-not-denominations = { $text } ليس عدًّا للأوراق والقطع.
cli-do-denominations = اكتب القيمة x العدد، مثل 200x3,50x2,0.25x4.
cli-not-a-line = { $text } ليس سطرًا للإرجاع.
cli-do-line = اكتب السطر=الكمية، مثل ⁦2=1⁩.
cli-not-a-tender = { $text } ليس طريقة دفع.
cli-do-tender = اكتب cash أو card أو transfer أو wallet أو voucher؛ ومع المبلغ مثل cash=50.00.
cli-not-json = تعذّرت قراءة السلة: { $detail }
cli-do-json = اكتب ⁦--help⁩ لترى كيف تُكتب السلة. السلال التي قبلها بيعت.
cli-no-ticket = لم يأت شيء من المدخل القياسي.
cli-sku-or-barcode = السطر { $line } في السلة يحتاج إما sku أو barcode.
cli-unknown-barcode = لا يوجد صنف له الباركود { $barcode }.
cli-do-barcode = امسحه مرة أخرى، أو اكتب sku.
cli-percent-or-amount = الخصم يحتاج إما percent أو amount.
cli-which-till = في الملف أكثر من نقطة بيع: { $tills }
cli-do-which-till = قل أيها هذه: ⁦--till CODE⁩.
cli-no-closed-day = لم يُغلق أي يوم بازار بعد.
cli-do-close-day = أغلق اليوم أولًا، أو حدد يومًا بـ ⁦--day⁩.
cli-nothing-owed = لا رصيد مفتوح مع الأسرة { $family }.
cli-do-statement = انظر sanduq statement.
cli-not-a-statement-file = لا يمكن كتابة كشف الحساب في { $file }.
cli-do-statement-file = سمِّ ملفًا ينتهي بـ ⁦.pdf⁩ أو ⁦.png⁩؛ ولكل الأسر ⁦.pdf⁩ أو ⁦.zip⁩ أو مجلدًا.
cli-settings = لا يمكن استعمال الإعدادات: { $detail }
cli-do-settings = صحّح settings.toml في مجلد البيانات.
cli-device = لم تستجب الطابعة: { $detail }
cli-do-device = تأكد من الورق والسلك والعنوان ثم حاول مرة أخرى.
cli-file = { $path }: { $detail }
cli-do-file = تأكد من الاسم ومن إمكان القراءة أو الكتابة.
cli-output = تعذّرت كتابة الجواب: { $detail }

cli-ask-pin = الرقم السري لـ { $staff }:
cli-ask-new-pin = الرقم السري الجديد لـ { $staff }:
cli-ask-pin-again = مرة أخرى:

## الأجوبة

cli-labelled = { $label }: { $value }
cli-set-up = جُهّز { $bazaar }. نقطة البيع هذه { $till } وبياناتها في { $folder }
cli-new-terms = لـ { $bazaar } شروط جديدة من الآن.
cli-set-up-next = التالي: sanduq import families FILE ثم sanduq import lines FILE.
cli-first-pin-missing = ليس للمنظم رقم سري بعد: sanduq pin CODE
cli-pin-set = لـ { $staff } رقم سري جديد.
cli-taken = جديد: { $created }. محدَّث: { $updated }. كما كان: { $unchanged }.
cli-unused-headings = أعمدة لم يُقرأ منها شيء: { $headings }
cli-sheets-left-out = أوراق تُركت: { $sheets }
cli-taking-sales = استيراد المبيعات
cli-sales-taken = المبيعات: { $sales }، الأيام: { $days }، المجموع { $total }.

cli-day-opened = فُتح { $day }.
cli-status-open = اليوم المفتوح: { $day }.
cli-status-overdue = { $day } ما زال مفتوحًا وكان ينبغي إغلاقه.
cli-status-closed = لا يوم بازار مفتوح. اليوم { $day }.
cli-status-shift = نقطة البيع { $till }: وردية { $cashier } منذ { $time }.
cli-status-parked = { $count ->
    [zero] لا سلال معلقة.
    [one] سلة واحدة معلقة.
    [two] سلتان معلقتان.
    [few] { $count } سلال معلقة.
    [many] { $count } سلة معلقة.
   *[other] { $count } سلة معلقة.
}
cli-status-orders = { $count ->
    [zero] لا طلبات مفتوحة.
    [one] طلب واحد مفتوح.
    [two] طلبان مفتوحان.
    [few] { $count } طلبات مفتوحة.
    [many] { $count } طلبًا مفتوحًا.
   *[other] { $count } طلب مفتوح.
}
cli-shift-opened = فُتحت الوردية بعهدة { $float }.
cli-counted = المعدود: { $counted }
cli-shift-closed = أُغلقت الوردية.
cli-expected = المتوقع
cli-over-short = زيادة أو عجز
cli-safe-filled = أُودع في الخزنة

cli-sold = تم البيع: { $number }
cli-sold-before = بيعت من قبل: { $number }
cli-refunded = مرتجع { $number } على { $sale }
cli-order-taken = الطلب { $number }: { $total }، العربون { $deposit }
cli-order-cancelled = أُلغي الطلب { $number }. المردود: { $returned }
cli-no-orders = لا طلبات مفتوحة.

cli-x-title = تقرير X ليوم { $day }
cli-z-title = ‏Z رقم { $number } ليوم { $day }
cli-tally-counts = المبيعات: { $sales }، المرتجعات: { $refunds }، الإلغاءات: { $voids }
cli-receipts = إيصالات { $till }: من { $first } إلى { $last }
cli-drawer = درج { $till }، { $cashier }: المعدود { $counted }، الفرق { $difference }
cli-perpetual = المجموع التراكمي لنقطة البيع
cli-proof-families = قُيّد للأسر
cli-proof-discounts = خصومات على الجهة المنظمة
cli-proof-tax = ضريبة على الجهة المنظمة
cli-proof-rounding = تقريب النقد
cli-proof-deposits = عربون محفوظ للطلبات
cli-proof-kept = عربون محتفظ به
cli-proof-tenders = المال المستلم
cli-proof-holds = الطرفان متطابقان حتى أصغر وحدة.

cli-column-closed = الإغلاق
cli-column-customer = العميل
cli-column-due = الموعد
cli-column-state = الحالة
cli-column-counted = المعدود
cli-column-hour = الساعة
cli-column-lines = البنود
cli-column-list = بسعر القائمة
cli-column-paid = المدفوع
cli-column-payments = الدفعات
cli-column-net = الصافي
cli-column-other = أخرى
cli-column-profile = النوع
cli-column-model = الطراز
cli-column-width = الورق

cli-settled = { $count ->
    [zero] لم تُسوَّ أسرة ليوم { $day }.
    [one] سُوّيت أسرة واحدة ليوم { $day }.
    [two] سُوّيت أسرتان ليوم { $day }.
    [few] سُوّيت { $count } أسر ليوم { $day }.
    [many] سُوّيت { $count } أسرة ليوم { $day }.
   *[other] سُوّيت { $count } أسرة ليوم { $day }.
}
cli-settled-before = كل الأسر مسوّاة لذلك اليوم من قبل.
cli-reversed = أُلغي الكشف { $number } للأسرة { $family }.
cli-statement-title = كشف حساب { $family }  { $name }
cli-statement-of = التسوية { $number } ليوم { $day }
cli-statement-written = كشف الحساب في { $place }
cli-writing-statements = كتابة كشوف الحساب
cli-no-statements = لم يُسوَّ شيء في تلك الأيام.
cli-nothing-unclaimed = استلمت كل أسرة ما كان لها.
cli-column-since = منذ
cli-column-iban = آيبان
cli-bank-file = { $count ->
    [one] تحويل واحد
    [two] تحويلان
    [few] { $count } تحويلات
    [many] { $count } تحويلًا
   *[other] { $count } تحويل
} في { $place }؛ أسر بلا آيبان: { $left_out }.
cli-statements-written = { $families ->
    [one] كشف حساب أسرة واحدة
    [two] كشفا حساب أسرتين
    [few] كشوف حساب { $families } أسر
    [many] كشوف حساب { $families } أسرة
   *[other] كشوف حساب { $families } أسرة
} ({ $pages ->
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $pages } صفحات
    [many] { $pages } صفحة
   *[other] { $pages } صفحة
}) في { $place }
cli-late-goods = { $name } (بيع يوم { $day })
cli-family-discounts = خصومات على الأسرة
cli-commission-line = عمولة { $rate } من { $base }
cli-adjustment-line = تعديل: { $reason }
cli-held = مال استلمته الأسرة بنفسها
cli-paid-out = صرف { $number } ({ $means })
cli-paid-in = تحصيل { $number }
cli-unsettled = بيع بعد ذلك، للتسوية القادمة
cli-payout-made = صرف { $number } للأسرة { $family }: { $amount }. الباقي: { $left }
cli-collected = تحصيل من { $family } ({ $number }): { $amount }. الباقي: { $left }
cli-for-family = { $what } للأسرة { $family }: { $amount }

cli-verifying = جارٍ الفحص
cli-verified = { $count ->
    [zero] لا قيود في السجل. الرأس: { $head }
    [one] قيد واحد سليم لم يتغير. الرأس: { $head }
    [two] قيدان سليمان لم يتغيرا. الرأس: { $head }
    [few] { $count } قيود سليمة لم تتغير. الرأس: { $head }
    [many] { $count } قيدًا سليمًا لم يتغير. الرأس: { $head }
   *[other] { $count } قيد سليم لم يتغير. الرأس: { $head }
}
cli-rebuilding = جارٍ إعادة البناء
cli-rebuilt = أُعيد البناء من { $count } من القيود.
cli-backing-up = جارٍ النسخ
cli-backed-up = { $count } من القيود محفوظة في { $path }
cli-restored = استُعيد من { $from }: { $count } من القيود.
cli-put-aside = ما كان هنا من قبل في { $path }
cli-printer-is = النوع { $profile } على { $device }
cli-millimetres = { $width } مم
cli-profile-fault = تُرك: { $detail }
cli-test-confirmed = صفحة الاختبار في { $device }
cli-test-sent = أُرسلت صفحة الاختبار إلى { $device }. انظر هل طُبعت.

## العرض التجريبي

cli-demo = تجربة البرنامج على بازار مؤقت
cli-demo-more =

    مع وجود شاشة تُفتح النافذة على بازار في الشارقة مضى له يوم. ودونها يُجرى يوم
    كامل ويُكتب ويُثبَت.
cli-arg-headless = دون نافذة ولو وُجدت شاشة
cli-arg-demo-out = مكان كل شيء؛ مجلد مؤقت إن لم يُذكر
cli-demo-playing = اليوم يجري
cli-demo-papers = كتابة الأوراق
cli-demo-window = تُفتح نقطة البيع على بازار في { $path }. ادخل بـ:
cli-demo-pin = { $staff }: الرقم السري { $pin }
cli-demo-title = { $bazaar } · { $organiser }
cli-demo-happened = ما الذي حدث
cli-demo-sales = { $count ->
    [zero] لا مبيعات { $first }{ $last }
    [one] بيع واحد: { $first }{ $last }
    [two] بيعان، الإيصالات من { $first } إلى { $last }
    [few] { $count } مبيعات، الإيصالات من { $first } إلى { $last }
    [many] { $count } بيعًا، الإيصالات من { $first } إلى { $last }
   *[other] { $count } بيع، الإيصالات من { $first } إلى { $last }
}
cli-demo-refunds = { $count ->
    [zero] لا مرتجعات
    [one] مرتجع واحد
    [two] مرتجعان
    [few] { $count } مرتجعات
    [many] { $count } مرتجعًا
   *[other] { $count } مرتجع
}
cli-demo-voids = { $count ->
    [zero] لا سلال ملغاة
    [one] سلة واحدة ملغاة
    [two] سلتان ملغاتان
    [few] { $count } سلال ملغاة
    [many] { $count } سلة ملغاة
   *[other] { $count } سلة ملغاة
}
cli-demo-orders = الطلبات: { $taken }، المسلَّم منها: { $handed_over }، الملغى: { $cancelled }
cli-demo-shift-right = وردية { $cashier }: المعدود { $counted }، مطابق تمامًا
cli-demo-shift-wrong = وردية { $cashier }: المعدود { $counted }، الفرق { $difference }: { $reason }
cli-demo-hours = ساعة بساعة
cli-demo-taken = المال المستلم
cli-demo-families = الأسر
cli-demo-proof = إثبات اليوم
cli-demo-shares = للأسر { $families } + العمولة { $commission } = صافي المبيعات { $net }
cli-demo-files = أين كل شيء
cli-demo-paper-count = { $count ->
    [zero] لا أوراق
    [one] ورقة واحدة بصيغتي png وbin
    [two] ورقتان بصيغتي png وbin
    [few] { $count } أوراق بصيغتي png وbin
    [many] { $count } ورقة بصيغتي png وbin
   *[other] { $count } ورقة بصيغتي png وbin
}
cli-demo-data = نقطة البيع نفسها
cli-demo-try = انظر أكثر: { $command }
cli-column-handed = المصروف
cli-column-left = الباقي
cli-no-display = لا توجد شاشة لفتح النافذة عليها.
cli-do-no-display = استعمل الأوامر (⁦--help⁩)، أو جرّب ⁦sanduq demo --headless⁩.
cli-window = لم تبق النافذة مفتوحة: { $detail }
cli-till-there = توجد نقطة بيع في { $path } من قبل.
cli-do-replace = ⁦--replace⁩ ينحّي بياناتها أولًا. أو اختر مجلدًا آخر بـ ⁦--data⁩.

## الطابعات

cli-printer-set = اختيار طابعة ونوعها وموضعها
cli-printer-set-more =

    المواضع: picture، tcp:HOST:PORT، usb:VENDOR:PRODUCT، lp:/dev/usb/lp0،
    serial:/dev/ttyUSB0:115200، cups:QUEUE، file:PATH
    الأدوار: receipts، collection-slips، labels، reports
cli-printer-learn = معرفة ما تقدر عليه طابعة وحفظه نوعًا
cli-printer-learn-more =

    تُطبع مساطر ثم يُسأل عمّا ظهر. مع ⁦--dots⁩ و⁦--cut⁩ لا يُطبع شيء.
cli-printer-queue = الأوراق المنتظرة والجواب عمّا يُسأل عنه منها
cli-printer-fake = طابعة وهمية للتجربة
cli-printer-fake-more =

    الأعطال: paper-out، cover-open، cutter-jam، offline، power-loss، disconnect،
    unreachable، deaf، mute، garbage، lost-confirmation، wrong-confirmation، slow،
    short-writes، drawer-stuck؛ كلٌّ منها NAME أو NAME@ROW أو NAME@ROW:MILLISECONDS
cli-arg-printer-name = اسم طابعة إضافية؛ وبدونه الأولى
cli-arg-printer-profile = نوع الطابعة
cli-arg-printer-device = موضعها
cli-arg-printer-prints = ما يخرج منها بدل الأولى
cli-arg-printer-stands-in = تنوب عن غيرها إذا تعطلت
cli-arg-printer-remove = إزالتها
cli-arg-learn-id = اسم النوع الجديد
cli-arg-learn-from = النوع الذي يُبدأ منه
cli-arg-learn-dots = أطول مسطرة يظهر طرفها
cli-arg-learn-cut = كيف قُص الورق
cli-arg-learn-drawer = أي طرف يفتح الدرج
cli-arg-paper-printed = هذه الورقة مطبوعة
cli-arg-paper-give-up = صرف النظر عن هذه الورقة
cli-arg-paper-now = طباعة هذه الورقة المؤجلة
cli-arg-paper-copy = طباعة نسخة من هذه الورقة
cli-arg-fake-port = المنفذ الذي تسمع عليه؛ 0 لأي منفذ
cli-arg-fake-out = مجلد لأوراقها صورًا
cli-arg-fake-fault = عطل يحدث
cli-arg-fake-seconds = التوقف بعد هذه المدة
cli-arg-no-print = التسجيل دون طباعة
cli-printer-more = { $name }: النوع { $profile } على { $device }
cli-printer-usb = موصولة: { $name } ‏({ $device })
cli-printer-slow = بهذه السرعة يستغرق الإيصال { $seconds } ثانية: استعمل خطًا أسرع.
cli-fake-listens = طابعة تسمع على { $device }
cli-fake-printed = الورقة { $number }: { $rows } صفًا
cli-fake-drawer = فُتح الدرج
cli-learn-ask-dots = ما أطول مسطرة يظهر طرفها السميك؟
cli-learn-ask-cut = كيف قُص الورق: full أم partial أم none؟
cli-learned = النوع { $profile } محفوظ في { $path }
cli-queue-empty = لا ورقة تنتظر؛ طُبعت كل الأوراق.
cli-unknown-printer-name = لا طابعة باسم { $name } في نقطة البيع هذه.
cli-do-printer-name = انظر الأسماء بالأمر: sanduq printer list
cli-nothing-learned = لم يقل أحد ما الذي خرج من الطابعة.
cli-do-learn = أعطِ ⁦--dots⁩ و⁦--cut⁩، أو شغّله في طرفية.
cli-bad-profile = هذا لا يصف طابعة: { $detail }
cli-paper = طباعة ورقة لعملية بيع: إيصالها أو ورقة بلا أسعار
cli-paper-more =

    الأوراق: receipt، gift، collection، kitchen
cli-label = طباعة ملصقات لصنف
cli-arg-paper = أي ورقة
cli-arg-kitchen-packages = الباقات التي تُطهى أو تُصب
cli-arg-copies = كم ملصقًا
cli-arg-produced = متى صُنع
cli-arg-best-before = إلى متى يصلح؛ وإلا فتاريخ الصنف
cli-arg-ingredients = مما يتكون
cli-arg-sale-number = رقم عملية البيع
cli-arg-sku = رمز الصنف

## استيراد يُعاين أولًا

cli-arg-preview = يعرض ما سيُضاف ويُعدّل ويُرفض، ولا يكتب شيئًا
cli-plan = الصفوف: { $rows }. جديد: { $created }. معدّل: { $updated }. كما كان: { $unchanged }. مرفوض: { $refused }.
cli-plan-new = جديد { $code }
cli-plan-changed = معدّل { $code }
cli-plan-says = {"  "}{ $name }: { $new }
cli-plan-becomes = {"  "}{ $name }: { $old } ← { $new }
cli-plan-suspected = قد يكون مسجّلًا: الصف { $row }، { $code }: { $why }
cli-plan-refused = مرفوض: { $place }: { $said }
cli-plan-nothing-written = لم يُكتب شيء. بغير ‎--preview يُستورد الملف.
cli-totals-left-out = صفوف مجموع تُركت: { $rows }

## دورات البازار

cli-edition = دورات البازار
cli-edition-next = يبدأ الدورة التالية في مجلد بيانات خاص بها
cli-edition-next-more =
    تُنسخ الشروط والباقات والمواقع ونقاط البيع والموظفون والأسر والأصناف وإعدادات
    نقطة البيع هذه، ويزيد رقم الدورة. وتبقى المبيعات والأرصدة والأرقام السرية في
    مكانها، إلا رقم من يبدأ الدورة. ومع ⁦--with-balances⁩ تُرحّل الأرصدة أيضًا، فتُصرف
    هناك ولا تُصرف هنا.

    JSON: bazaar, name, edition, days, till, folder, families, lines, staff,
    needs_first_pin, balances (carried, left, elsewhere)
cli-arg-edition-folder = مجلد بيانات الدورة الجديدة
cli-arg-edition-code = رمز الدورة الجديدة، وإلا زاد الرقم في آخر الرمز السابق
cli-arg-edition-name-ar = اسمها بالعربية
cli-arg-edition-name-en = اسمها بالإنجليزية
cli-arg-edition-days = أيام افتتاحها، بينها فواصل
cli-edition-begun = بدأت { $bazaar } ({ $code })، وبياناتها في { $folder }
cli-edition-copied = الأسر: { $families }. الأصناف: { $lines }. الموظفون: { $staff }.
cli-edition-pins = التالي: أعطِ الموظفين أرقامهم السرية بالأمر ⁦sanduq --data DIR pin CODE⁩، وDIR مجلد الدورة الجديدة.

## Photographs

cli-pictures = فحص الصور التي تظهر على الشاشة
cli-pictures-more =

    يسمى ملف كل صورة برمز ما تعرضه: S01.jpg في مجلد الموظفين،
    وCOFFEE.png في مجلد الأصناف، بصيغة JPEG أو PNG أو WebP.
    وتظهر الصور على الشاشة عند تسجيل الدخول التالي.
    JSON: staff, goods (folder, shown, of), strange, unreadable
cli-pictures-staff = موظفون لهم صور: { $shown } من { $all }، في { $folder }
cli-pictures-goods = أصناف لها صور: { $shown } من { $all }، في { $folder }
cli-pictures-strange = { $file } لا يوافق اسمه أي رمز هنا: سمِّه برمز الصنف أو الموظف.
cli-pictures-torn = { $file } ليس صورة يقرؤها البرنامج: احفظه من جديد بصيغة JPEG أو PNG.
cli-pictures-locked = تعذّرت قراءة { $file }: تأكد أنه موجود ومسموح بقراءته.

## لوحة أرقام الجهة المنظمة

cli-dashboard = أرقام يوم أو عدة أيام أو البازار كله
cli-dashboard-more =

    بلا أيام تكون لآخر يوم بازار. ويكتب ‎--out صفحات A4 فيها الرسوم
    بلغة ‎--language.
cli-arg-figures-day = يوم البازار؛ وآخر يوم إن لم يُذكر
cli-arg-all-days = البازار كله
cli-arg-against = يوم آخر يوضع فوق الرسوم للمقارنة
cli-arg-pdf-out = اكتبها في ملف PDF هذا
cli-not-a-pdf = لا يمكن كتابة الصفحات في { $file }.
cli-do-pdf = سمِّ ملفًا ينتهي بـ ‎.pdf.
cli-proof = إثبات المال: ما دخل، ولمن هو، والأدراج واحدًا واحدًا
cli-proof-more =

    يسرد ‎--behind القيود التي يتكوّن منها رقم: cash وcard وtransfer وwallet
    وvoucher وtaken_by_family وtenders وfamilies وorganiser_discounts وorganiser_tax
    وcash_rounding وdeposits وkept_deposits وfor_families وcommission وfees وadvances
    وheld وnot_settled.
cli-arg-behind = اسرد القيود وراء هذا الرقم
cli-no-such-number = لا رقم باسم { $name } في إثبات المال.
cli-do-number = أسماء الأرقام في sanduq proof --help.

## إلغاء الصرف

cli-take-back = إلغاء صرف لم يصل ليعود مستحقًا للأسرة
cli-arg-payout = رقم الصرف
cli-arg-back-to = أين النقد الآن
cli-taken-back = أُلغي الصرف { $number } للأسرة { $family }: { $amount }. الباقي: { $left }

## أرصدة من دورة إلى التي تليها

cli-arg-with-balances = يرحّل ما للأسر وما عليها والمتبقي من السلف؛ وإذا أُعيد أكمل ما بقي
cli-carried = رُحّل من { $from } إلى { $to }: { $count ->
    [one] رصيد واحد
    [two] رصيدان
    [few] { $count } أرصدة
    [many] { $count } رصيدًا
   *[other] { $count } رصيد
 }. للأسر: { $owed }. على الأسر: { $owing }. المتبقي من السلف: { $advances }.
cli-carried-nothing = لم يبقَ رصيد يُرحّل.
cli-carried-left = بقي في مكانه الآن:
cli-carried-elsewhere = { $count ->
    [one] رُحّل رصيد واحد
    [two] رُحّل رصيدان
    [few] رُحّلت { $count } أرصدة
    [many] رُحّل { $count } رصيدًا
   *[other] رُحّل { $count } رصيد
 } إلى نسخة أخرى من { $to }. لا تقبلها إلا تلك النسخة: نفّذ الأمر على مجلدها، أو استعد نسختها الاحتياطية.
cli-edition-goes-on = بدأت { $bazaar } ({ $code }) من قبل، وبياناتها في { $folder }

## قواعد بيانات عدة معًا

cli-across = حصيلة نقطة البيع هذه مع نقاط بيع وبازارات أخرى ودورات سابقة ونسخ احتياطية
cli-across-more =

    القاعدة DB ملف till.sqlite أو مجلد بيانات أو نسخة احتياطية. لا يتغير شيء منها
    ولا يُقفل ولا يُكتب فيه؛ وما هو مفتوح في برنامج آخر يُرفض. السجل المكرر يُحسب
    مرة واحدة، ومبالغ العملات المختلفة لا تُجمع.
    يكتب ‎--out ملف FILE.csv فيه صف لكل دورة ونقطة بيع وباقة وأسرة، أو مصنف FILE.xlsx
    أو ملف FILE.pdf، وكلاهما بلغة ‎--language.

    JSON: currencies: currency, sales, visitors, delivery_fees, total, editions, tills,
    packages, tenders, families, proof, holds; remarks. A sum: paid, refunded, net_paid,
    family_discounts, organiser_discounts, tax, credit, commission, fees, advances,
    held, other, carried, payable, paid_out, paid_in, owed, owing. --family: families,
    editions, days, support, lent, advance_left; remarks
cli-arg-against-edition = قاعدة بيانات دورة سابقة أو نسخة احتياطية منها، يوضع كل يوم منها بجانب اليوم الذي له الرقم نفسه
cli-arg-across-databases = قواعد بيانات أخرى بجانب بيانات نقطة البيع هذه
cli-arg-across-by = اعرض هذه الجداول وحدها
cli-arg-across-family = سنوات أسرة واحدة
cli-arg-across-out = اكتبها في ملف CSV أو XLSX أو PDF بهذا الاسم
cli-do-tally-file = سمِّ ملفًا ينتهي بـ ‎.csv أو ‎.xlsx أو ‎.pdf؛ وسنوات الأسرة تُكتب في ‎.xlsx أو ‎.pdf.
cli-across-reading = قراءة قواعد البيانات
cli-across-proof = الإثبات
cli-across-tally = الحصيلة
cli-across-ledgers = الدفاتر

## المتجر الإلكتروني
cli-proof-delivery = رسوم التوصيل
cli-order-returned-online = ويُعاد من حيث دُفع ({ $tender }): { $returned } مرجع { $reference }
cli-import-orders = استيراد طلبات المتجر الإلكتروني؛ يُستورد كل طلب مرة واحدة
cli-arg-orders-file = ملف CSV أو XLSX أو JSON من المتجر
cli-plan-told = للانتباه: { $number } { $customer }: { $said }
cli-order-run = تسليم كل طلب مدفوع يُوصَّل، دفعة واحدة مع المندوب
cli-order-run-done = طلبات سُلّمت للتوصيل: { $count }

## حقول في ملف لا يُقرأ منها شيء
cli-unused-headings-more = أعمدة لم يُقرأ منها شيء: { $headings } و{ $more } غيرها

## أرصدة تُستعاد من دورة ضائعة

cli-edition-back = يستعيد الأرصدة المرحّلة إلى دورة ضاعت بياناتها
cli-edition-back-more =
    لبيانات ضاعت نهائيًا قبل أن يستعملها أحد. تنظر نقطة البيع هذه في كل قاعدة بيانات
    تعرفها: ما وصل إلى إحداها يبقى هناك. وإن ظهرت البيانات الضائعة واستُعملت حُسبت
    أرصدة الأسر مرتين، فلا تستعملها بعد ذلك أبدًا. مرة واحدة فقط، برقمك السري وبسبب،
    ويُسجَّل ذلك.

    JSON: taken_back, arrived: transfer, family, from, to, amount, advance_left
cli-arg-edition-back-code = رمز الدورة الضائعة
cli-arg-looked-in = مجلد لتلك الدورة أو نسخة احتياطية منها يُنظر فيها أيضًا
cli-edition-taken-back = استُعيد من { $from }: { $count ->
    [one] رصيد واحد
    [two] رصيدان
    [few] { $count } أرصدة
    [many] { $count } رصيدًا
   *[other] { $count } رصيد
 }. للأسر: { $owed }. على الأسر: { $owing }. المتبقي من السلف: { $advances }.
cli-edition-taken-back-arrived = { $count ->
    [one] وصل رصيد واحد إلى هناك فبقي هناك.
    [two] وصل رصيدان إلى هناك فبقيا هناك.
    [few] وصلت { $count } أرصدة إلى هناك فبقيت هناك.
    [many] وصل { $count } رصيدًا إلى هناك فبقيت هناك.
   *[other] وصل { $count } رصيد إلى هناك فبقيت هناك.
 }
cli-edition-taken-back-danger = تُصرف هنا من جديد. وإن ظهرت البيانات الضائعة فلا تستعملها: تُحسب أرصدة الأسر مرتين.
