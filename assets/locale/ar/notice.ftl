# ما الذي حدث وما العمل الآن: حالات الرفض والأعطال. مفاتيحها تبدأ بـ "notice-".

## ما لا وجود له

notice-not-set-up = لم يُجهَّز بازار هنا بعد.
notice-unknown-staff = لا أحد هنا رمزه { $staff }.
notice-unknown-sale = لا يوجد بيع برقم { $number } في نقطة البيع هذه.
notice-unknown-order = لا يوجد طلب { $number }.
notice-unknown-paper = لا يوجد في السجلات ما تُطبع منه هذه الورقة.
notice-do-choose-paper = اختر إيصالًا أو تقريرًا من القائمة.
notice-paper-takes-no-answer = هذه الورقة لم تعد تنتظر جوابًا.
notice-do-look-at-papers = راجع قائمة الأوراق.
notice-no-barcode = لا يصلح { $code } باركودًا.
notice-no-barcode-do = اكتب ثلاثة عشر رقمًا مع رقم التحقق، أو حتى 12 حرفًا لاتينيًا ورقمًا.
notice-unknown-printer = لا يوجد ملف طابعة باسم { $profile }.
notice-do-choose-printer = اختر الطابعة من الإعدادات.
notice-unknown-kitchen-packages = ليست من باقات هذا البازار: { $codes }، فلن يصل إلى المطبخ شيء منها.
notice-do-correct-kitchen-packages = صحّح ⁦kitchen_packages⁩ في الملف ⁦settings.toml⁩.
notice-unknown-parked = هذه السلة لم تعد معلقة.
notice-unknown-family = لا توجد أسرة برمز { $family }.
notice-unknown-settlement = لا توجد تسوية برقم { $number }.
notice-unknown-product-line = لا يوجد صنف برمز { $sku }.

## سلال منتهية

notice-ticket-voided = أُلغيت هذه السلة ولا يمكن دفعها.
notice-ticket-sold-otherwise = دُفعت هذه السلة من قبل بالإيصال { $number } وفيها أصناف أخرى.
notice-order-ticket-other = هذه السلة تخص طلبًا.
notice-reason-missing = لا بد من ذكر السبب.
notice-door-group = تُعدّ المجموعة من 1 إلى { $most }.
notice-do-count-again = عُدّهم من جديد.
notice-door-inside = في القاعة { $inside } بحسب العدّ.
notice-do-count-missed = سجّل أولًا من دخل ولم يُعدّ.
notice-door-counted = لم يُعدّ إلا { $counted }.
notice-door-subject = لا موضوع بالرمز { $subject } في هذا البازار.
notice-do-check-subjects = انظر المواضيع في ملف البازار.
notice-training-already = هذا هو التدريب نفسه.
notice-do-leave-training = أنهِ التدريب أولًا.
notice-not-a-training = في مجلد التدريب بيانات ليست للتدريب.
notice-do-move-folder = انقل ذلك المجلد إلى مكان آخر ثم حاول من جديد.

## التجهيز

notice-set-up-malformed = تعذّرت قراءة ملف التجهيز: { $detail }
notice-set-up-newer = صيغة ملف التجهيز { $schema } أحدث من هذا البرنامج.
notice-set-up-value = { $key }: القيمة { $value } غير صحيحة، والمطلوب { $expected }.
notice-expected-code = رمز من حروف وأرقام و - _ . /
notice-expected-percent = نسبة من 0 إلى 100 بمنزلتين عشريتين على الأكثر
notice-expected-amount = مبلغ بعملة البازار
notice-expected-date = تاريخ مثل ⁦2026-11-26⁩
notice-expected-weekday = يوم أسبوع مثل fri
notice-expected-hour = ساعة مثل 04:00
notice-expected-time-zone = منطقة زمنية مثل Asia/Dubai
notice-expected-tax-number = رقم ضريبي من 15 رقمًا
notice-expected-coin = قطعة نقدية أكبر من صفر
notice-expected-colour = لون مثل #1f7a5c
notice-expected-one-of = إحدى هذه الكلمات: { $words }
notice-set-up-twice = { $key }: تكررت القيمة { $value }.
notice-set-up-unknown = { $key }: لا شيء هنا باسم { $value }.
notice-set-up-empty = لا يجوز ترك { $key } فارغًا.
notice-set-up-currency = لا يمكن تغيير العملة من { $from } إلى { $to } بعد بدء البازار.
notice-set-up-already = جُهّز بازار على نقطة البيع هذه من قبل.

## الأسر والأصناف

notice-register-unknown-package = { $subject }: لا توجد باقة برمز { $package }.
notice-register-unknown-family = الصنف { $sku }: لا توجد أسرة برمز { $family }.
notice-register-bad-iban = { $family }: رقم الحساب { $iban } غير صحيح، فيه رقم خطأ
notice-register-no-name = { $subject } بلا اسم.
notice-register-barcode = الصنف { $sku }: الباركود { $barcode } يخص { $other }.
notice-register-price = الصنف { $sku }: السعر سالب أو أكبر من المسموح.
notice-register-family-changed = الصنف { $sku } للأسرة { $family } ولا يُنقل إلى أسرة أخرى.
notice-register-twice = تكرر { $subject }.

## تسجيل الدخول

notice-wrong-pin = { $count ->
    [zero] الرقم السري غير صحيح ولم تبق أي محاولة.
    [one] الرقم السري غير صحيح. بقيت محاولة واحدة.
    [two] الرقم السري غير صحيح. بقيت محاولتان.
    [few] الرقم السري غير صحيح. بقيت { $count } محاولات.
    [many] الرقم السري غير صحيح. بقيت { $count } محاولة.
   *[other] الرقم السري غير صحيح. بقيت { $count } محاولة.
}
notice-locked-out = محاولات خاطئة كثيرة. انتظر { $wait }.
notice-seconds = { $count ->
    [zero] لحظة
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
notice-minutes = { $count ->
    [zero] لحظة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
notice-no-pin = ليس لـ { $staff } رقم سري بعد.
notice-unknown-badge = هذه الشارة ليست لأحد.
notice-badge-shape = رمز الشارة ثمانية أحرف أو أرقام على الأقل.
notice-badge-in-use = هذه الشارة تخص { $staff }.
notice-do-name-and-pin = المس اسمك واكتب رقمك السري.
notice-do-other-badge = امسح شارة أخرى.
notice-inactive = { $staff } لم يعد يعمل هنا.
notice-pin-shape = الرقم السري من { $least } إلى 12 رقمًا ولا شيء غير الأرقام.
notice-first-pin-set = الرقم السري الأول للمنظم محدد من قبل.

## الموافقات

notice-needs-approval = { $act }: لا بد من موافقة { $needs }.
notice-approver-too-low = لا يملك { $approver } ({ $role }) صلاحية الموافقة على { $act }.
notice-act-refund = المرتجع
notice-act-override-price = تغيير السعر
notice-act-large-discount = خصم فوق حد أمين الصندوق
notice-act-sell-expired = بيع صنف انتهت صلاحيته
notice-act-open-drawer = فتح الدرج دون بيع
notice-act-move-cash = إيداع نقد في الدرج أو سحبه منه
notice-act-open-day = فتح اليوم
notice-act-close-day = إغلاق اليوم
notice-act-cancel-order = إلغاء الطلب
notice-act-write-off = شطب بضاعة مفقودة
notice-act-adjust = تعديل حساب أسرة
notice-act-settle = تسوية الأسر
notice-act-pay-out = الصرف لأسرة
notice-act-set-up = تجهيز البازار
notice-act-change-pin = تغيير رقم سري

## السلة

notice-not-sold = الصنف { $sku } لم يعد يباع.
notice-price-missing = الصنف { $sku } ليس له سعر ثابت.
notice-price-out-of-range = السعر سالب أو أكبر من المسموح.
notice-quantity-out-of-range = الكمية يجب أن تكون أكبر من صفر وضمن الحد.
notice-quantity-not-whole = الصنف { $sku } يباع بالقطعة كاملة، لا { $quantity }.
notice-no-such-line = لا يوجد سطر { $line } في السلة.
notice-discount-too-large = الخصم { $discount } أكبر من المبلغ المخصوم منه { $amount }.
notice-discount-negative = لا يكون الخصم سالبًا.
notice-ticket-empty = السلة فارغة.
notice-total-out-of-range = مجموع السلة أكبر مما تقبله نقطة البيع.

## الدفع

notice-tender-not-positive = مبلغ الدفع يجب أن يكون أكبر من صفر.
notice-tender-out-of-range = مبلغ الدفع أكبر من المسموح.
notice-non-cash-above-due = المدفوع بغير النقد { $offered } أكبر من المطلوب { $due }.
notice-not-paid = بقي للدفع { $missing }.
notice-cash-not-needed = لم يبق شيء يُدفع نقدًا.
notice-family-took-other = لا يمكن أن تكون الأسرة { $family } قد استلمت { $offered }؛ قيمة أصنافها { $goods }.
notice-deposit-other = عربون الطلب { $deposit } وليس { $offered }.
notice-deposit-without-order = العربون لا يدفع إلا الطلب الذي تُرك له.

## المرتجع

notice-refund-empty = لم يُختر شيء لإرجاعه.
notice-refund-no-line = لا يوجد سطر { $line } في الإيصال.
notice-refund-line-twice = تكرر طلب إرجاع السطر { $line }.
notice-more-than-sold = المطلوب إرجاعه من { $sku } هو { $asked }، والباقي من البيع { $left } فقط.
notice-refund-not-whole = الصنف { $sku } بيع بالقطعة كاملة.

## الطلبات

notice-customer-missing = الطلب يحتاج اسم العميل.
notice-deposit-kind = العربون يُدفع مالًا: نقدًا أو ببطاقة أو تحويل أو محفظة أو قسيمة.
notice-deposit-too-small = العربون { $deposit } أقل من المتفق عليه { $least }.
notice-deposit-too-large = العربون { $deposit } أكبر من قيمة الطلب { $total }.
notice-order-not-for-delivery = هذا الطلب يستلمه العميل ولا يُوصَّل.
notice-order-not-paid = لم يُدفع هذا الطلب بعد.
notice-order-not-open = حالة هذا الطلب: { $state }.
notice-kept-too-much = لا يمكن الاحتفاظ بمبلغ { $kept }، فأقصى ما يُحتفظ به { $most }.

## الوردية والدرج

notice-shift-already-open = وردية { $cashier } مفتوحة على نقطة البيع هذه.
notice-no-open-shift = لا وردية مفتوحة على نقطة البيع هذه.
notice-shift-not-yours = الوردية المفتوحة تخص { $cashier }.
notice-amount-out-of-range = المبلغ يجب أن يكون أكبر من صفر وضمن الحد.
notice-not-in-drawer = في الدرج { $drawer } فقط.
notice-unknown-denomination = لا توجد ورقة أو عملة معدنية بقيمة { $value }.
notice-not-counted = لم يُجرد الدرج.
notice-count-stale = تحرك النقد بعد جرد الدرج.
notice-short-needs-reason = في الدرج عجز قدره { $amount } ولا بد من ذكر سببه.
notice-over-needs-reason = في الدرج زيادة قدرها { $amount } ولا بد من ذكر سببها.

## اليوم

notice-no-open-day = لا يوجد يوم بازار مفتوح.
notice-day-already-open = يوم { $day } مفتوح.
notice-day-already-closed = يوم { $day } أُغلق نهائيًا.
notice-day-before-last = لا يمكن فتح { $asked }؛ فقد فُتح بعده { $last }.
notice-not-an-opening-day = البازار لا يعمل يوم { $day }.
notice-shifts-open = ما زالت الورديات مفتوحة في: { $tills }.
notice-ticket-being-paid = أخذ { $staff } مالًا لسلة لم تكتمل.
notice-do-finish-paying = ليسجل الدخول ويُتم السلة، أو يُعِد المال.
notice-parked-tickets = { $count ->
    [zero] لا سلال معلقة.
    [one] ما زالت سلة واحدة معلقة.
    [two] ما زالت سلتان معلقتين.
    [few] ما زالت { $count } سلال معلقة.
    [many] ما زالت { $count } سلة معلقة.
   *[other] ما زالت { $count } سلة معلقة.
}

## التسوية والصرف

notice-day-not-closed = يوم { $day } لم يُغلق.
notice-already-settled = سُوّي حساب الأسرة { $family } ليوم { $day }.
notice-later-day-settled = لا تُسوّى الأسرة { $family } ليوم { $day }؛ فحسابها مسوّى حتى { $last }.
notice-not-the-last = لا يُلغى إلا آخر كشف للأسرة، وهو { $last }.
notice-already-reversed = أُلغي الكشف { $number } من قبل.
notice-more-than-owed = المستحق للأسرة { $family } هو { $owed } وليس { $asked }.
notice-more-than-owing = على الأسرة { $family } مبلغ { $owes } وليس { $asked }.
notice-nothing-settled = لم يُسوَّ شيء من حساب الأسرة { $family } بعد.
notice-payout-no-shift = لا يخرج النقد من الدرج إلا أثناء وردية مفتوحة.
notice-not-enough-in-drawer = في الدرج { $cash } فقط.
notice-not-enough-in-safe = في الخزنة { $cash } فقط.
notice-reference-missing = التحويل أو الشيك يحتاج رقمه.

## الجهاز

notice-store-missing = لا توجد نقطة بيع في { $path }.
notice-store-exists = يوجد ملف في { $path } من قبل.
notice-store-not-a-database = الملف { $path } ليس بيانات نقطة بيع.
notice-store-foreign = الملف { $path } يخص برنامجًا آخر.
notice-store-newer = إصدار البيانات { $found }، وهذا البرنامج يعرف حتى الإصدار { $known }.
notice-store-read-only = لا يمكن الكتابة في بيانات نقطة البيع.
notice-store-in-use = نقطة البيع مفتوحة في نافذة أخرى أو برنامج آخر.
notice-store-torn = بيانات نقطة البيع تالفة: { $detail }
notice-store-disk-full = القرص ممتلئ. لم يُسجَّل شيء.
notice-store-backup-faulty = النسخة الاحتياطية { $path } لا يوثق بها: { $detail }
notice-store-backup-unfinished = الملف { $path } ليس نسخة احتياطية تامة؛ جزء منها ما زال في { $log }.
notice-store-codec = تعذّرت قراءة القيد { $seq } في السجل: { $detail }
notice-store-unlawful = لم يُكتب القيد { $seq } لأنه يناقض السجل: { $why }
notice-store-io = { $path }: { $detail }
notice-store-sqlite = تعطلت قاعدة البيانات: { $detail }

notice-journal-gap = القيد { $seq } مفقود من السجل، والذي بعده { $found }.
notice-journal-changed = القيد { $seq } في السجل تغيّر بعد كتابته.
notice-journal-chain-broken = القيد { $seq } في السجل ليس القيد الذي سُجّل في موضعه.
notice-journal-contradicts = القيد { $seq } في السجل يناقض ما قبله: { $detail }
notice-journal-postings = قيود الحسابات للقيد { $seq } لا تطابقه.
notice-journal-balance = الرصيد المكتوب للحساب { $account } هو { $stored }، والسجل يعطي { $replayed }.
notice-journal-projection = الجدول { $table } يخالف السجل عند { $key }.

notice-unlawful-number = الرقم { $found } والتالي هو { $expected }
notice-unlawful-other-till = رقم يخص نقطة البيع { $till }
notice-unlawful-ticket-sold = السلة { $ticket } بيعت من قبل
notice-unlawful-no-order = الطلب { $order } ليس مفتوحًا
notice-unlawful-no-paid-order = لا طلب مدفوعًا في الطريق بالمعرّف { $order }
notice-unlawful-no-shift = الوردية { $shift } ليست مفتوحة
notice-unlawful-day = لا يُفتح يوم البازار أو يُغلق هكذا
notice-unlawful-settlement = تسوية الأسرة { $family } لا تطابق ما لم يُسوَّ
notice-unlawful-no-settlement = لا توجد تسوية { $settlement }
notice-unlawful-not-zero = مجموع القيود ليس صفرًا

## ما العمل الآن

notice-do-set-up = جهّز البازار من ملفه أولًا (sanduq setup FILE).
notice-do-check-staff = تأكد من الرمز؛ المنظم يضيف العاملين الجدد.
notice-do-check-receipt-number = اقرأ الرقم المكتوب تحت اسم البازار في الإيصال مرة أخرى.
notice-do-check-order-number = اقرأ الرقم في ورقة الطلب مرة أخرى، أو ابحث عنه في قائمة الطلبات.
notice-do-look-at-parked = انظر في السلال المعلقة؛ ربما استعادها زميل.
notice-do-new-ticket = ابدأ سلة جديدة.
notice-do-refund-or-new-ticket = ابدأ سلة جديدة للأصناف الجديدة، وأرجع ما بيع بعملية مرتجع.
notice-do-hand-over = سلّم الطلب من قائمة الطلبات.
notice-do-give-reason = اكتب السبب في كلمات قليلة.
notice-do-correct-set-up = صحّح الملف وأعد التجهيز. لم يتغير شيء.
notice-do-newer-program = ثبّت أحدث إصدار من البرنامج.
notice-do-new-bazaar = جهّز بازارًا جديدًا في مجلد خاص به.
notice-do-change-terms = ادخل بصفة المنظم لتغيير الشروط، أو اختر مجلدًا آخر.
notice-do-correct-row = صحّحه في الملف وأعد الاستيراد. لم يتغير شيء.
notice-do-new-sku = أعطِ صنف الأسرة الأخرى رمزًا خاصًا به.
notice-do-pin-again = أدخل الرقم السري مرة أخرى.
notice-do-wait = انتظر ثم حاول مرة أخرى. يمكن للمنظم تحديد رقم سري جديد.
notice-do-have-pin-set = اطلب من المنظم تحديد رقم سري.
notice-do-other-staff = ادخل باسم آخر، أو اسأل المنظم.
notice-do-longer-pin = اختر رقمًا سريًا من أرقام، طويلًا بما يكفي ويصعب تخمينه.
notice-do-have-pin-changed = ادخل بصفة المنظم لتغيير رقم سري.
notice-do-ask-supervisor = نادِ المشرف ليوافق برقمه السري.
notice-do-ask-organiser = نادِ المنظم.
notice-do-search-goods = ابحث بالاسم، أو انظر في الباقة.
notice-do-choose-other-goods = اختر صنفًا آخر، أو اسأل المشرف.
notice-do-give-price = أدخل السعر.
notice-do-check-price = تأكد من السعر وأدخله مرة أخرى.
notice-do-check-quantity = تأكد من الكمية وأدخلها مرة أخرى.
notice-do-whole-quantity = أدخل عددًا صحيحًا.
notice-do-choose-line = اختر سطرًا من السلة.
notice-do-smaller-discount = امنح خصمًا أقل، أو لا تمنح خصمًا.
notice-do-add-goods = أضف أصنافًا أولًا.
notice-do-split-ticket = بعها في أكثر من سلة.
notice-do-check-tender = تأكد من المبلغ المدفوع وأدخله مرة أخرى.
notice-do-no-change-on-card = خذ المطلوب بالضبط؛ فالباقي لا يُرد إلا عن النقد.
notice-do-take-the-rest = خذ الباقي نقدًا أو ببطاقة.
notice-do-give-cash-back = أعد النقد، أو خذ أقل بالبطاقة.
notice-do-choose-returned = اختر ما أُرجع، كل سطر مرة واحدة.
notice-do-return-less = أرجع هذا القدر أو أقل.
notice-do-ask-customer = اسأل العميل عن اسمه.
notice-do-deposit-by-money = اختر طريقة دفع العربون.
notice-do-larger-deposit = خذ عربونًا أكبر.
notice-do-smaller-deposit = خذ عربونًا أقل.
notice-do-refund-instead = لإرجاع البضاعة اعمل مرتجعًا على إيصالها.
notice-do-new-order = خذ طلبًا جديدًا إن أراد العميل.
notice-do-keep-less = لا تحتفظ بأكثر من ذلك؛ فرسم التوصيل يُرد دائماً.
notice-do-close-shift = اجرد الدرج وأغلق تلك الوردية أولًا.
notice-do-cashier-or-supervisor = يقوم بذلك أمين الصندوق نفسه أو المشرف.
notice-do-check-amount = تأكد من المبلغ وأدخله مرة أخرى.
notice-do-smaller-amount = أدخل مبلغًا أقل.
notice-do-notes-and-coins = عُدّ أوراق عملة البازار وقطعها المعدنية.
notice-do-count = اجرد الدرج ثم أغلق الوردية.
notice-do-count-or-reason = عُدّ مرة أخرى؛ فإن بقي الفرق فاكتب السبب.
notice-do-open-day = يفتح المشرف اليوم أولًا.
notice-do-open-shift = افتح وردية بالعهدة الافتتاحية أولًا.
notice-do-close-day-first = أغلق ذلك اليوم أولًا.
notice-do-next-day = افتح اليوم التالي.
notice-do-check-clock = تأكد من تاريخ هذا الجهاز.
notice-do-open-anyway = يمكن للمشرف فتحه رغم ذلك.
notice-do-close-shifts = اجرد تلك الأدراج وأغلق وردياتها، ثم أغلق اليوم.
notice-do-finish-parked = حصّل قيمتها، أو ألغها مع ذكر السبب، أو رحّلها إلى اليوم التالي.
notice-do-close-day = أغلق اليوم أولًا.
notice-do-check-family = ابحث عن الأسرة في القائمة.
notice-do-show-statement = اعرض كشف حسابها؛ ولإعداده من جديد ألغِ الكشف أولًا.
notice-do-next-settlement = ما لم يُسوَّ بعد يدخل في تسويتها القادمة.
notice-do-check-statement-number = اقرأ الرقم في كشف الحساب مرة أخرى.
notice-do-reverse-last = ألغِ ذلك الكشف أولًا.
notice-do-settle-again = أعد تسوية الأسرة.
notice-do-settle = أغلق اليوم وسوِّ حسابات الأسر أولًا.
notice-do-pay-from-safe = اصرف من الخزنة، أو افتح وردية.
notice-do-fill-or-pay-part = أودع نقدًا أولًا، أو اصرف جزءًا.
notice-do-give-reference = أدخل رقم التحويل أو الشيك.
notice-do-other-folder = اختر مجلدًا آخر.
notice-do-restore-or-other-folder = اختر مجلدًا آخر، أو استعد نسخة احتياطية (sanduq restore FILE).
notice-do-make-writable = تأكد من صلاحيات المجلد ومن أن القرص غير محمي من الكتابة.
notice-do-close-other-program = أغلقها هناك ثم حاول مرة أخرى.
notice-do-verify-or-restore = افحص البيانات (sanduq verify). فإن بقي التلف فاستعد آخر نسخة احتياطية (sanduq restore FILE).
notice-do-rebuild = السجل نفسه سليم. أعد بناء ما عداه منه (sanduq rebuild).
notice-do-restore = احتفظ بهذا الملف كما هو لمن يفحصه، واستعد آخر نسخة احتياطية سليمة (sanduq restore FILE).
notice-do-make-room = أفرغ مساحة على القرص ثم أعد العملية.
notice-do-other-backup = خذ نسخة احتياطية أخرى.
notice-do-backup-properly = اعمل النسخة الاحتياطية من جديد بالأمر sanduq backup FILE؛ ولا تنسخ ملف نقطة بيع تعمل.
notice-do-report = لم يُكتب شيء. لا تُكمل هذه الخطوة، وأبلغ عنها مع هذا النص.
notice-do-check-disk = تأكد من القرص أو الملف ثم حاول مرة أخرى.
notice-do-again-or-verify = حاول مرة أخرى. فإن عاد العطل فافحص البيانات (sanduq verify).
notice-export-unwritable = تعذّرت كتابة الملف المصدَّر: { $detail }
notice-do-other-place = اختر مكانًا آخر فيه مساحة ويسمح بالكتابة، ثم أعد التصدير. لم يُفقد شيء.

## الملفات المستوردة

notice-import-problems = { $count ->
    [zero] لا توجد مواضع يتعذّر فهمها.
    [one] موضع واحد في الملف لا يمكن فهمه:
    [two] موضعان في الملف لا يمكن فهمهما:
    [few] { $count } مواضع في الملف لا يمكن فهمها:
    [many] { $count } موضعًا في الملف لا يمكن فهمها:
   *[other] { $count } موضع في الملف لا يمكن فهمها:
}
notice-import-place = { $place }: { $reason }
notice-place = ورقة { $sheet }، صف { $row }، عمود { $column }
notice-import-taken = سبق استيراد { $file } بتاريخ { $date }.
notice-import-day-traded = لنقطة البيع هذه مبيعات مسجّلة في يوم { $date }.
notice-import-before-last = في الملف مبيعات ليوم { $date }، وهو قبل آخر يوم بازار لنقطة البيع هذه ({ $last }).
notice-import-day-open = يوم البازار { $date } ما زال مفتوحًا.
notice-do-mend-file = لم يُستورد شيء. صحّح هذه المواضع ثم استورد الملف من جديد.
notice-do-other-file = لم يُستورد شيء مرة ثانية. إن كان ملفًا آخر فاحفظه بمحتواه ثم أعد المحاولة.
notice-do-take-days-out = احذف صفوف ذلك اليوم من الملف، أو استورده في نقطة بيع أخرى.
notice-do-close-day-then-import = أغلق ذلك اليوم أولًا ثم استورد.
notice-do-choose-table = لم يُستورد شيء. اختر ملف CSV أو إكسل فيه صف عناوين مثل الأمثلة المرفقة.
notice-cell-missing = الخانة فارغة ويجب ملؤها
notice-cell-nested = فيها كائن أو قائمة، والمطلوب نص واحد أو رقم
notice-cell-failed-formula = معادلتها لم تنجح
notice-cell-unclear-percentage = قد يكون كسرًا أو نسبة مئوية: اكتبه مع علامة %
notice-cell-not-a-date = ليس تاريخًا مثل ⁦2026-11-26⁩ أو ⁦26/11/2026⁩
notice-cell-not-a-time = ليس وقتًا مثل 18:30
notice-cell-unknown-word = ليس واحدًا من: { $known }
notice-cell-bad-code = الرمز حروف وأرقام و - _ . / فقط، وأربعون خانة على الأكثر
notice-cell-twice = مكرّر، ورد قبلًا في الصف { $row }
notice-cell-unknown-package = لا توجد باقة بهذا الاسم في البازار
notice-cell-unknown-family = لا توجد أسرة مسجّلة بهذا الرمز أو الاسم
notice-cell-ambiguous-family = أكثر من أسرة بهذا الاسم: { $codes }؛ اكتب رمز الأسرة
notice-cell-no-code-left = لا رمز تاليًا لرموز الأسر المسجّلة؛ أضف عمودًا للرموز
notice-cell-other-account = هذا الاسم لأسرة { $code } ولها حساب آخر؛ إن تغيّر حسابها فاكتب رمزها
notice-cell-not-a-phone = ليس رقم هاتف
notice-cell-unknown-line = لا يوجد صنف بهذا الاسم أو الرمز
notice-cell-ambiguous-name = أكثر من صنف بهذا الاسم: { $skus }
notice-cell-other-family = هذا الرمز لأسرة أخرى: { $family }
notice-cell-barcode-taken = هذا الباركود لصنف آخر: { $sku }
notice-cell-bad-iban = في رقم الحساب رقم خطأ
notice-cell-tax-number-missing = البائع المسجّل في الضريبة يحتاج إلى رقمه الضريبي
notice-cell-tender-missing = لا يذكر الملف طريقة الدفع: حدّدها بالخيار ‎--tender
notice-cell-out-of-range = هذا المبلغ أو الكمية غير ممكن هنا
notice-number-none = ليس رقمًا
notice-number-unknown-word = «{ $word }» لا معنى لها بجانب الرقم
notice-number-other-currency = «{ $word }» عملة أخرى
notice-number-ambiguous = يُقرأ على وجهين: اكتب 1250 أو 1.25
notice-number-too-fine = عدد الخانات العشرية الممكن { $allowed }
notice-number-too-large = أكبر من أي مبلغ ممكن
notice-file-unreadable = تعذّرت قراءة { $path }: { $detail }
notice-file-too-large = الملف كبير جدًا.
notice-file-empty = الملف فارغ.
notice-file-no-spreadsheet = الملف ليس جدول بيانات بل { $kind }.
notice-file-locked = المصنّف مقفل بكلمة مرور.
notice-file-damaged = المصنّف تالف.
notice-file-unclosed-quote = علامة اقتباس فُتحت في الصف { $row } ولم تُغلق.
notice-file-no-header = لم يُعثر على صف عناوين. الأعمدة المطلوبة: { $missing }
notice-file-header-lacks = في ورقة { $sheet } يبدو أن الصف { $row } هو صف العناوين، وينقصه: { $missing }
notice-file-do-head-columns = لم يُستورد شيء. ضع هذه العناوين فوق أعمدتها في صف واحد، ثم اختر الملف مرة أخرى.
notice-file-duplicate-heading = في ورقة { $sheet } العمودان { $first } و{ $second } كلاهما بعنوان «{ $heading }».
notice-file-other-table = هذا الملف فيه { $found } وليس { $expected }.
notice-file-no-records = لا صفوف تحت العناوين في ورقة { $sheet }.
notice-table-families = الأسر
notice-table-lines = الأصناف
notice-table-sales = المبيعات
notice-looks-pdf = ملف PDF
notice-looks-picture = صورة
notice-looks-web-page = صفحة ويب
notice-looks-archive = ملف مضغوط أو مستند
notice-looks-other = نوع آخر
notice-journal-schema = الجزء { $name } من قاعدة البيانات ليس كما أنشأه هذا البرنامج.

## بضاعة الأسر

notice-goods-none = لم يُذكر أي صنف.
notice-goods-of-other = الصنف { $sku } للأسرة { $family }.
notice-goods-twice = الصنف { $sku } مكرر في القائمة.
notice-goods-quantity = الصنف { $sku }: الكمية يجب أن تكون أكبر من صفر وضمن الحد.
notice-goods-whole = الصنف { $sku } يُعدّ بالقطعة كاملة.
notice-goods-date = الصنف { $sku } تنتهي صلاحيته في { $date } قبل تاريخ إنتاجه.
notice-goods-never = لم يُستلم شيء من الصنف { $sku } من قبل.
notice-goods-left = المتبقي من الصنف { $sku } في السجلات { $left } وليس { $asked }.
notice-goods-no-price = لا سعر للصنف { $sku } يُعوَّض به.
notice-goods-nothing = لم تسلّم الأسرة { $family } أي بضاعة.
notice-goods-not-counted = لم يُعدّ الصنف { $sku }.
notice-do-name-goods = اختر من أصناف هذه الأسرة.
notice-do-goods-once = اجمع الكمية كلها في سطر واحد.
notice-do-check-dates = راجع التاريخين.
notice-do-intake-first = استلم البضاعة من الأسرة أولًا.
notice-do-count-unsold = أعد العدّ، فإن كان الموجود أكثر فاجرد ما لم يُبع لتصحيح السجلات.
notice-do-adjust-instead = سجّل الفقد على الأسرة ثم عدّل حسابها بالمبلغ المتفق عليه.
notice-do-count-all = عُدّ كل الأصناف واكتب 0 لما لا يوجد منه شيء.

## جداول كما يكتبها الناس

notice-cell-unreckoned-formula = لا يحمل الملف ناتج هذه المعادلة: افتحه في برنامج الجداول واحفظه ثم استورده من جديد
notice-cell-digits-cut = اقتطع برنامج الجداول من أرقام هذا العدد: اجعل العمود نصًا واكتب الرقم من جديد
notice-cell-hijri-untold = إن كان التاريخ هجريًا فاكتب بعده هـ أو اذكر ذلك في العنوان، وإلا فصحّح السنة

notice-import-text-reason = {"\u200F"}«{ $text }»: { $reason }
notice-import-register-changed = تغيّر السجل بعد معاينة الملف. لم يُستورد شيء.
notice-import-do-preview-again = عاين الملف من جديد ثم استورده.
notice-import-alike-name = الاسم نفسه
notice-import-alike-phone = الهاتف نفسه
notice-import-alike-iban = الحساب نفسه
notice-import-alike-licence = رقم الرخصة نفسه
notice-import-suspected = { $alike } لدى { $code } ({ $name })
notice-import-suspected-row = { $alike } لدى { $code } ({ $name }) في الصف { $row }
notice-import-sold-by-staff = الموظفون
notice-import-sold-by-family = الأسرة نفسها
notice-import-yes = نعم
notice-import-no = لا
notice-import-column-code = الرمز
notice-import-column-family = الأسرة
notice-import-column-name-ar = الاسم بالعربية
notice-import-column-name-en = الاسم بالإنجليزية
notice-import-column-package = الباقة
notice-import-column-sells-through = من يقبض المال
notice-import-column-licence-kind = الرخصة
notice-import-column-licence-number = رقم الرخصة
notice-import-column-licence-expiry = انتهاء الرخصة
notice-import-column-phone = الهاتف
notice-import-column-iban = الحساب
notice-import-column-commission = العمولة
notice-import-column-fee = الرسم اليومي
notice-import-column-tax-registered = مسجّلة في الضريبة
notice-import-column-tax-number = الرقم الضريبي
notice-import-column-advance = قسط السلفة
notice-import-column-proxies = المفوّضون بالاستلام
notice-import-column-active = مشاركة
notice-import-column-unit = الوحدة
notice-import-column-price = السعر
notice-import-column-barcode = الباركود
notice-import-column-best-before = صالح حتى
notice-import-column-made-to-order = حسب الطلب
notice-import-column-contact = جهة الاتصال
notice-import-column-support = الدعم المستلم
notice-import-column-support-from = جهة الدعم
notice-import-column-support-date = تاريخ الدعم
notice-import-column-food = تصنع طعامًا
notice-import-column-keeps-days = مدة الصلاحية بالأيام

notice-edition-code-needed = لا ينتهي الرمز { $code } برقم يمكن زيادته.
notice-edition-same-code = { $code } هو رمز الدورة السابقة.
notice-do-edition-code = أعطِ الدورة التالية رمزًا خاصًا بها بالخيار ‎--code.

## سجل الأسر

notice-register-taken = الرمز { $family } لأسرة مسجّلة.
notice-register-check-missing = لا توجد أسرة برمز { $family }؛ الرمز بخانة التحقق هو { $known }.
notice-register-sum = الأسرة { $family }: الرسم أو القسط أو الدعم سالب أو أكبر من المسموح.
notice-register-keeps = الأسرة { $family }: لا يبقى طعام صالحًا أكثر من { $most } يومًا.
notice-family-mistyped = الرمز { $family } مكتوب خطأ: خانة التحقق في آخره لا توافقه.
notice-do-whole-code = أعد قراءة الرمز من ورقة الأسرة مع الرقم الأخير.
notice-do-other-code = أعطِ الأسرة الجديدة رمزًا آخر، أو افتح الأسرة المسجّلة.
notice-goods-no-date = الصنف { $sku } طعام بلا تاريخ صلاحية.
notice-goods-keeps = الصنف { $sku } صالح حتى { $date } حسب المتفق عليه مع الأسرة، لا بعده.
notice-do-give-date = اكتب التاريخ المدوّن عليه.
notice-cell-check-digit = الرمز مكتوب خطأ: خانته الأخيرة لا توافقه
notice-cell-check-missing = تنقص خانة التحقق: الأسرة المسجّلة رمزها { $known }

## ما صُرف للأسر

notice-unknown-payout = لا يوجد صرف بهذا الرقم.
notice-payout-taken-back = أُلغي الصرف { $number } من قبل.
notice-may-not-collect = { $person } ليس ممن يستلمون عن الأسرة { $family }.
notice-do-check-payout = راجع سجل حساب الأسرة.
notice-do-registered-collector = اختر أحد المسجّلين، أو ليضفه المنظم إلى سجل الأسر أولًا.

## أرصدة من دورة إلى التي تليها

notice-carry-day-open = يوم البازار { $day } ما زال مفتوحًا.
notice-carry-other-currency = عملة هذا البازار { $from } وعملة الدورة التالية { $to }.
notice-carry-training = لا تختلط أرصدة التدريب بأرصدة بازار.
notice-carry-other-books = رُحّلت هذه الأرصدة إلى نسخة أخرى من { $expected }، ولا تقبلها البيانات هنا ({ $found }).
notice-carry-do-close-and-settle = أغلقه وسوِّ حسابات الأسر، ثم رحّل الأرصدة.
notice-carry-do-pay-here = اصرف للأسر هنا، أو اجعل عملة الدورة هي نفسها.
notice-carry-do-other-folder = حدّد مجلد الدورة التي تخصها.
notice-carry-do-register = أدخل الأسرة في سجل الدورة التالية، ثم رحّل الأرصدة من جديد.
notice-carry-left-not-settled = { $family }: لم تُسوَّ بعد. سوِّ حسابها ثم رحّل من جديد.
notice-carry-left-orders = { $family }: { $count ->
    [one] الطلب { $orders } مفتوح. سلّمه أو ألغه
    [two] طلبان مفتوحان ({ $orders }). سلّمهما أو ألغهما
    [few] { $count } طلبات مفتوحة ({ $orders }). سلّمها أو ألغها
    [many] { $count } طلبًا مفتوحًا ({ $orders }). سلّمها أو ألغها
   *[other] { $count } طلب مفتوح ({ $orders }). سلّمها أو ألغها
 }، ثم سوِّ الحساب ورحّل من جديد.
notice-carry-left-otherwise = { $family }: رصيدها هناك من قبل بمبلغ آخر، لأن البيانات هنا استُعيدت من نسخة احتياطية. قارن الكشفين وعدّل حسابها هناك.
notice-carry-left-not-registered = { $family }: ليست في سجل الدورة التالية. أدخلها هناك ثم رحّل من جديد.
notice-carry-left-other-name = { $family }: الأسرة بهذا الرمز هي { $here } هنا و{ $there } في الدورة التالية. إن كانتا أسرة واحدة فاجعل اسمها واحدًا في الدورتين ثم رحّل من جديد، وإلا فأعطِ كلًّا منهما رمزًا خاصًا في الدورة التالية أو اصرف لها هنا.

## مجلد الدورة التالية

notice-edition-folder-of-this = { $path } هو مجلد هذه الدورة نفسها.
notice-edition-folder-taken = في { $path } بازار معدّ من قبل: { $code }.
notice-edition-folder-not-empty = في { $path } ملفات أخرى.
notice-edition-folder-unwritable = لا يمكن حفظ شيء في { $path }.
notice-edition-folder-full = لم تبقَ مساحة في قرص { $path }.
notice-edition-do-new-folder = اجعل للدورة التالية مجلدًا جديدًا خاصًا بها.
notice-edition-do-writable-folder = اختر مجلدًا على هذا الجهاز يمكنك الحفظ فيه.

## أرصدة تُستعاد من دورة ضائعة

notice-back-nothing = لا شيء مما رُحّل إلى { $edition } يمكن استعادته.
notice-back-do-code = تأكد من رمز الدورة. ما استُعيد مرة فهو هنا من قبل.
notice-back-arrived = الأرصدة المرحّلة إلى { $edition } وصلت إليها.
notice-back-do-pay-there = اصرف للأسر هناك. وإن ضاع مجلدها فاستعد نسختها الاحتياطية.
notice-carry-left-twice = { $family }: استُعيد رصيدها هنا، وهو في { $edition } أيضًا. فهو محسوب مرتين: اصرفه في إحداهما فقط، وعدّل حسابها في الأخرى.
notice-unlawful-not-carried-out = الرصيد { $transfer } لم يُرحّل، أو استُعيد من قبل

## قواعد بيانات يُنظر فيها فقط

notice-elsewhere-at-work = الملف { $path } قيد العمل في برنامج آخر، فلا يمكن النظر فيه.
notice-elsewhere-open-here = الملف { $path } مفتوح في هذا البرنامج من قبل.
notice-elsewhere-missing = لا يوجد ملف في { $path }.
notice-elsewhere-faulty = الملف { $path } لا يوثق به: { $detail }
notice-elsewhere = { $path }: { $detail }
notice-do-close-there = أغلقه هناك، أو اختر نسخة احتياطية تُعمل هناك بالأمر sanduq backup FILE.
notice-do-other-database = اختر الملف till.sqlite لنقطة بيع أخرى أو لدورة أخرى، أو نسخة احتياطية منه.
notice-many-parted = { $one } و{ $other } كلاهما سجل لنقطة البيع { $till }: يتفقان حتى القيد { $records } ثم يختلفان. أحدهما استُعيد من نسخة احتياطية ثم استُعمل، فلا تُجمع مبالغهما.
notice-do-many-parted = أعطِ الصحيح منهما وحده، واحفظ الآخر كما هو.
notice-many-nothing = لا بازار مُعدًّا في { $path }.
notice-many-training = { $path } بيانات تدريب، ولا يُحسب التدريب مع البيع الحقيقي.
notice-many-no-family = لا توجد الأسرة { $family } في أي من قواعد البيانات هذه.
notice-many-other-currency = حساب { $bazaar } بعملة { $other } وحساب هذا البازار بعملة { $own }، فلا توضع مبالغهما جنبًا إلى جنب.
notice-many-no-such-day = لم يكن في { $bazaar } يوم رقمه { $number } ليوضع بجانب هذا اليوم.
notice-do-other-day = اختر يومًا آخر، أو البازار كله.

## طلبات المتجر الإلكتروني
notice-orders-table = طلبات المتجر
notice-orders-looks-json = ملف JSON
notice-orders-broken-json = ملف JSON غير سليم: السطر { $line }، الموضع { $column }.
notice-orders-none-in-json = لا طلبات في ملف JSON هذا.
notice-orders-place = الطلب { $order } في الملف: { $path }
notice-orders-other-than-above = غير ما في الصف { $row } من الطلب نفسه
notice-orders-total-other = ليس مجموع الطلب: الأصناف بعد الخصم مع التوصيل { $reckoned }
notice-orders-fee-of-collected = رسم توصيل على طلب يستلمه العميل بنفسه
notice-orders-paid-too-much = أكثر من إجمالي الطلب
notice-orders-paid-how = دُفع منه شيء، وطريقة الدفع لا تقول كيف
notice-orders-cancelled = أُلغي في المتجر، فتُرك.
notice-orders-waiting = لم يُدفع أو لم يُؤكَّد في المتجر بعد، فتُرك.
notice-orders-cancelled-since = أُلغي في المتجر بعد استيراده، وهو هنا الطلب { $number } ما زال مفتوحًا. ألغه من شاشة الطلبات.
notice-orders-cancelled-late = أُلغي في المتجر، لكنه سُلِّم هنا: الطلب { $number }. إن عادت البضاعة فسجّل مرتجعًا.
notice-orders-changed = تغيّر في المتجر بعد استيراده: { $what }. بقي الطلب { $number } كما استُورد.
notice-orders-price-other = { $sku } بيع في المتجر بـ{ $charged } وسعره هنا { $listed }. يُعتمد سعر المتجر.
notice-orders-discount-ours = لا يقول الملف من يتحمل الخصم، فتتحمله الجهة المنظمة.
notice-orders-aspect-goods = الأصناف أو أسعارها
notice-orders-aspect-discount = الخصم
notice-orders-aspect-fee = رسم التوصيل
notice-orders-aspect-payment = الدفع
notice-orders-aspect-customer = بيانات العميل
notice-orders-aspect-due = موعد التسليم
notice-orders-aspect-note = الملاحظة
notice-orders-aspect-status = حالته في المتجر
notice-orders-paid-by = { $amount } ({ $tender })
notice-orders-paid-at-the-door = عند الاستلام
notice-orders-collected = يستلمه العميل
notice-orders-column-total = الإجمالي
notice-orders-column-paid = المدفوع
notice-orders-column-fee = رسم التوصيل
notice-orders-column-goods = الأصناف
notice-orders-column-handing = التسليم
notice-orders-column-due = الموعد
notice-orders-column-note = ملاحظة
notice-orders-do-export-again = لم يُستورد شيء. صدّر الطلبات من المتجر من جديد ثم استورد الملف.

## تحويل أو شيك يُسجَّل مرتين

notice-paid-out-already = { $means } رقم { $reference } مسجل من قبل: الصرف { $number } بقيمة { $amount } للأسرة { $family }.
notice-paid-in-already = { $means } رقم { $reference } مسجل من قبل: التحصيل { $number } بقيمة { $amount } من الأسرة { $family }.
notice-do-other-reference = إن كان غيره فراجع رقمه.
notice-do-other-reference-or-back = إن كان غيره فراجع رقمه. وإن لم يصل السابق فألغِ ذلك الصرف أولًا.

## أصناف انتهت صلاحيتها في طلبات المتجر
notice-expired-goods = { $name } (صالح حتى { $date })
notice-orders-expired = { $name } صالح حتى { $date }، وستكون صلاحيته قد انتهت في موعد التسليم. لا يُسلَّم حينها إلا بموافقة المشرف.
notice-run-left = بقي الطلب { $number } باسم { $customer } لأن فيه ما انتهت صلاحيته: { $goods }. سلّمه وحده بموافقة المشرف، أو ألغه.
notice-run-left-approval = بقي الطلب { $number } باسم { $customer } لأنه يحتاج إلى موافقة المشرف. سلّمه وحده بموافقته.

## طلب يذكر ملفٌ متجره ولا يذكره ملف آخر
notice-import-alike-shop-number = رقم المتجر نفسه
notice-orders-perhaps-known = قد يكون هو الطلب { $number } المستورد من { $file }: الرقم والعميل واحد، وأحدهما لا يذكر اسم المتجر. لم يُؤخذ ثانية؛ وإن كان طلبًا آخر فغيّر رقمه في الملف.
notice-orders-perhaps-twice = قد يكون هو الطلب الذي في الصف { $row }: الرقم والعميل واحد، وأحدهما لا يذكر اسم المتجر. يُؤخذ مرة واحدة؛ وإن كان طلبًا آخر فغيّر رقمه في الملف.

## مبيعات سُجلت في مكان آخر
notice-sales-row-other = ليس ما يساويه الصف: الكمية في السعر بعد الخصم { $reckoned }
notice-sales-no-unit-price = لا يوجد سعر للوحدة يعطي هذا المبلغ: اكتب سعر الوحدة في عمود مستقل
notice-sales-gives-back = هذا الصف يُرجع ما بيع في صف آخر: احذف الصفين معًا
notice-sales-two-discounts = في الصف خصم بالمبلغ وخصم بالنسبة: اترك واحدًا منهما
