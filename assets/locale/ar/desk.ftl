# كلمات الشاشات المحيطة بالبيع: اليوم والوردية والدرج والمرتجع والطلبات والصرف. مفاتيحها تبدأ بـ "desk-".

## موافقة المشرف

desk-approval-title = موافقة مطلوبة
desk-approval-asked = { $act }، بطلب من { $by }
desk-approval-choose = اختر من يوافق
desk-approval-pin-of = الرقم السري لـ { $name }
desk-approval-confirm = أوافق

desk-act-refund = إرجاع مبلغ
desk-act-override-price = تغيير السعر
desk-act-large-discount = خصم فوق الحد
desk-act-open-drawer = فتح الدرج بلا بيع
desk-act-move-cash = حركة نقد في الدرج
desk-act-open-day = فتح اليوم
desk-act-close-day = إغلاق اليوم
desk-act-sell-expired = بيع صنف انتهت صلاحيته
desk-act-cancel-order = إلغاء طلب
desk-act-write-off = شطب بضاعة مفقودة
desk-act-adjust = تعديل حساب أسرة
desk-act-settle = تسوية الأسر
desk-act-pay-out = صرف مستحقات أسرة
desk-act-set-up = إعداد البازار
desk-act-change-pin = تغيير رقم سري

## الأساس

desk-keyboard-done = تم
desk-done = تم
desk-next = التالي
desk-add = أضف
desk-amount = المبلغ
desk-print = طباعة
desk-print-slip = طباعة السند
desk-not-yet = ليس الآن
desk-reason = السبب
desk-reason-own = سبب آخر أو تفصيل
desk-switch-person = تبديل المستخدم
desk-needs-shift = تحتاج إلى وردية مفتوحة
desk-needs-day = يُفتح اليوم أولًا
desk-needs-supervisor = للمشرف

## مكتب العمل

desk-go-sell = البيع
desk-go-sell-hint = ابدأ سلة جديدة
desk-go-orders-hint = طلبات خاصة بعربون
desk-go-refund-hint = إرجاع من إيصال
desk-go-cash-hint = إيداع وسحب وتوريد
desk-go-open-shift-hint = عُدّ العهدة وابدأ
desk-go-close-shift-hint = عُدّ الدرج وأغلق
desk-go-open-day-hint = يفتح المشرف يوم البازار
desk-go-close-day-hint = الإغلاق ورقم Z
desk-go-last-day = آخر يوم مغلق
desk-go-last-day-hint = إثبات Z وتسوية الأسر
desk-go-payouts-hint = كشوفها ومستحقاتها
desk-go-sign-in-hint = تسجيل دخول شخص آخر
desk-day-not-open = اليوم لم يُفتح
desk-day-open = اليوم مفتوح، ولا وردية هنا
desk-day-selling = اليوم مفتوح والبيع جارٍ
desk-day-overdue = ما زال يوم بازار سابق مفتوحًا. أغلقه قبل أن تفتح يومًا جديدًا.
desk-still-open = ما زال مفتوحًا
desk-nothing-open = لا شيء مفتوح.
desk-shift-of = وردية { $name }
desk-since = { $till } منذ { $time }
desk-parked-at = { $total }، عُلّقت { $time }
desk-order-due-on = موعده { $date }

## فتح اليوم

desk-open-day-title = فتح اليوم
desk-open-day-open = افتح اليوم
desk-open-day-anyway = افتح على أي حال
desk-open-day-is-open = اليوم { $date } مفتوح. يُغلق قبل فتح غيره.
desk-open-day-closed-already = أُغلق هذا اليوم، ولا يُفتح مرة أخرى.
desk-open-day-not-planned = ليس هذا من أيام البازار المحددة. افتحه إن كان البازار يعمل فعلًا.
desk-open-day-supervisor = يفتح اليوم مشرف أو منظم. اطلب من أحدهم تسجيل الدخول.

## فتح الوردية

desk-open-shift-title = فتح الوردية
desk-open-shift-open = افتح الوردية
desk-float = العهدة الافتتاحية
desk-float-counted = عدّ النقد
desk-float-typed = كتابة المبلغ

## العدّ

desk-count-notes-of = أوراق فئة { $value }
desk-count-coins-of = عملات معدنية فئة { $value }
desk-count-next = التالي
desk-counted = المعدود
desk-count-done = انتهيت من العد
desk-count-again = أعد العد

## إغلاق الوردية

desk-close-shift-title = إغلاق الوردية
desk-close-shift-close = أغلق الوردية
desk-no-shift = لا وردية مفتوحة هنا
desk-no-shift-hint = تُفتح الوردية قبل البيع وتُغلق بعد عد الدرج.
desk-expected = المتوقع
desk-drawer-short = الدرج ناقص
desk-drawer-over = الدرج زائد
desk-drawer-right = الدرج مطابق
desk-difference-explain = الفرق أكبر من المسموح به بلا سبب. أعد العد، أو اذكر السبب.
desk-difference-change = خطأ في الباقي
desk-difference-missed-sale = بيع لم يُسجّل
desk-difference-wrong-tender = طريقة دفع خاطئة
desk-difference-unrecorded-payment = مصروف لم يُسجّل
desk-difference-float = خطأ في العهدة
desk-difference-unknown = سبب غير معروف
desk-shift-closed = أُغلقت الوردية
desk-counted-to-safe = ينتقل { $amount } إلى الخزنة.

## حركة النقد

desk-cash-title = نقد الدرج
desk-cash-record = سجّل الحركة
desk-cash-recorded = سُجّلت الحركة
desk-cash-again = حركة أخرى
desk-no-sale = فتح الدرج بلا بيع
desk-no-sale-open = افتح الدرج
desk-no-sale-done = يُفتح الدرج الآن، وسُجّل السبب.
desk-drop-hint = النقد الزائد إلى الخزنة
desk-paid-out-hint = شراء لحاجة البازار
desk-paid-in-hint = نقد يُضاف إلى الدرج
desk-no-sale-hint = لا يتحرك نقد
desk-drop-too-full = النقد كثير
desk-drop-large-notes = أوراق كبيرة
desk-drop-handover = تسليم الوردية
desk-drop-end = نهاية اليوم
desk-paid-out-supplies = مستلزمات
desk-paid-out-hospitality = ضيافة
desk-paid-out-transport = نقل
desk-paid-out-maintenance = صيانة
desk-paid-in-change = فكّة
desk-paid-in-float = زيادة العهدة
desk-paid-in-found = نقد وُجد
desk-paid-in-returned = باقي مصروف
desk-no-sale-change = فكّ نقد
desk-no-sale-check = مراجعة الدرج
desk-no-sale-stuck = الدرج عالق
desk-no-sale-mistake = فُتح بالخطأ

## المرتجع

desk-refund-title = المبيعات والمرتجعات
desk-refund-number = رقم الإيصال
desk-refund-amount = المبلغ المدفوع
desk-refund-type = اكتبه هنا
desk-refund-last-hour = آخر ساعة
desk-refund-today = اليوم
desk-refund-ever = كل الأيام
desk-refund-any-family = كل الأسر
desk-refund-whose = بضاعة أي أسرة؟
desk-refund-print = اطبع نسخة
desk-refund-exchange = استبدال بأصناف أخرى
desk-refund-weighed = تأكيد الكمية
desk-refund-find = ابحث
desk-refund-scan = أو امسح رمز الإيصال
desk-refund-recent = آخر المبيعات
desk-refund-none = لا توجد مبيعات كهذه
desk-refund-none-hint = اختر وقتًا آخر أو أسرة أخرى، أو اكتب رقم الإيصال.
desk-refund-all-back = رُدّ كله
desk-refund-part-back = رُدّ بعضه
desk-refund-of = إيصال { $number }
desk-refund-about = { $time }، دُفع { $paid }
desk-refund-all = كل الأصناف
desk-refund-line = { $quantity } بـ { $paid }
desk-refund-left = بقي { $quantity }
desk-refund-total = يُعاد للعميل
desk-refund-original = كما دُفع
desk-refund-in-cash = نقدًا
desk-refund-choose = اختر ما يُعاد
desk-refund-confirm = أعد { $amount }
desk-refund-defect = عيب في الصنف
desk-refund-changed-mind = غيّر العميل رأيه
desk-refund-wrong-item = صنف خاطئ
desk-refund-wrong-price = سعر خاطئ
desk-refund-expired = منتهي الصلاحية
desk-refund-entered-twice = سُجّل مرتين
desk-refund-done = تم المرتجع { $number }
desk-refund-hand-over = سلّم العميل نقدًا
desk-refund-goes-back = يعود إلى: { $tender }
desk-refund-another = مرتجع آخر

## الطلبات

desk-orders-title = الطلبات
desk-orders-open = قيد التجهيز
desk-orders-all = الكل
desk-orders-take = طلب جديد
desk-orders-none = لا طلبات
desk-orders-none-hint = الطلب لصنف يُصنع أو يُجهّز على رغبة العميل، بعربون.
desk-orders-choose = اختر طلبًا
desk-orders-choose-hint = لتسليمه أو إلغائه أو رؤية تفاصيله.
desk-due-overdue = متأخر
desk-due-today = اليوم
desk-due-tomorrow = غدًا
desk-due-open = بلا موعد
desk-due-none = بلا موعد
desk-due-week = بعد أسبوع
desk-order-total = إجمالي الطلب
desk-order-deposit = العربون
desk-order-balance = الباقي على العميل
desk-order-cancel = إلغاء الطلب
desk-order-hand-over = تسليم الطلب
desk-order-wish = الرغبة
desk-order-wish-hint = الاسم المكتوب، اللون، المقاس
desk-order-due = موعد التسليم
desk-customer-address = العنوان
desk-customer-address-hint = المدينة والحي والشارع
desk-order-how = التسليم
desk-order-collect = يستلمه العميل
desk-order-deliver = توصيل إلى العنوان
desk-order-rest = بقي للدفع
desk-order-take-part = سجّل هذا الجزء
desk-order-slip = قسيمة العميل
desk-order-print-family = قسيمة الأسرة
desk-order-on-its-way = في الطريق
desk-order-delivered = وصل الطلب
desk-orders-every-family = كل الأسر
desk-cancelled = أُلغي الطلب { $number }
desk-order-take = سجّل الطلب
desk-order-taken = سُجّل الطلب { $number }
desk-take-goods = طلب جديد: الأصناف
desk-take-customer = طلب جديد: العميل والعربون
desk-take-nothing = لم يُختر صنف
desk-take-nothing-hint = المس الأصناف المطلوبة.
desk-search-goods = ابحث عن صنف
desk-made-to-order = حسب الطلب
desk-every-line = كل الأصناف
desk-no-goods = لا صنف بهذا الاسم
desk-no-goods-hint = اكتب جزءًا من الاسم أو الرمز.
desk-open-price = السعر بالاتفاق
desk-price-agreed = بالاتفاق
desk-agreed-price = السعر المتفق عليه
desk-customer-name = اسم العميل
desk-customer-name-hint = مطلوب
desk-customer-phone = الهاتف
desk-customer-phone-hint = لإبلاغه عند الجاهزية
desk-deposit-whole = المبلغ كله
desk-deposit-least = أقل عربون
desk-hand-over-title = تسليم طلب { $name }
desk-handed-over = سُلّم الطلب
desk-cash-given = استلمت
desk-cash-change = الباقي
desk-cancel-title = إلغاء طلب
desk-cancel-about = إلغاء طلب { $name }
desk-cancel-return = يُعاد العربون
desk-cancel-keep-family = يُحفظ للأسرة
desk-cancel-keep-organiser = يُحفظ للجهة المنظمة
desk-cancel-cash-back = يُعاد نقدًا
desk-cancel-no-deposit = لا عربون على هذا الطلب.
desk-cancel-customer = رغبة العميل
desk-cancel-family = اعتذار الأسرة
desk-cancel-late = تأخر التجهيز
desk-cancel-mistake = سُجّل بالخطأ

## إغلاق اليوم

desk-close-day-title = إغلاق اليوم
desk-close-day-close = أغلق اليوم
desk-close-day-sure-title = إغلاق نهائي؟
desk-close-day-sure = بعد الإغلاق لا يُسجّل بيع في هذا اليوم، ويُعطى رقم Z لا يتغير. السلال المعلقة تنتقل إلى اليوم التالي.
desk-close-day-supervisor = يغلق اليوم مشرف أو منظم.
desk-no-day = لا يوم مفتوح
desk-no-day-hint = أُغلق آخر يوم، أو لم يُفتح يوم بعد.
desk-reading = قراءة X الآن
desk-net-paid = صافي ما دفعه العملاء
desk-count-sales = مبيعات
desk-count-refunds = مرتجعات
desk-count-voids = إلغاءات
desk-count-orders = طلبات
desk-count-openings = فتح بلا بيع
desk-list-sales = بسعر القائمة بعد المرتجع
desk-discounts-family = خصومات على الأسر
desk-discounts-organiser = خصومات على الجهة المنظمة
desk-refunded = أُعيد للعملاء
desk-by-tender = حسب طريقة الدفع
desk-by-package = حسب الباقة
desk-open-shift-of = وردية { $name } مفتوحة
desk-open-shift-blocks = تُعدّ وتُغلق قبل إغلاق اليوم
desk-parked-ticket = سلة { $name }: { $total }
desk-parked-carried = تنتقل إلى اليوم التالي
desk-open-orders-hint = تبقى مفتوحة حتى تُسلّم
desk-day-closed = أُغلق اليوم
desk-z-number = تقرير Z رقم { $number }
desk-proof-came = ما دخل
desk-proof-owed = لمن هو
desk-proof-tenders = مجموع المدفوعات
desk-proof-families = للأسر قبل العمولة
desk-proof-discounts = خصومات تتحملها الجهة المنظمة
desk-proof-tax = ضريبة على الجهة المنظمة
desk-proof-rounding = تقريب النقد
desk-proof-deposits = عرابين محفوظة للعملاء
desk-proof-kept = عرابين محتفظ بها
desk-proof-sum = المجموع
desk-proof-holds = الطرفان متساويان إلى آخر فلس.
desk-proof-fails = الطرفان غير متساويين. لا تصرف شيئًا واتصل بالدعم.
desk-drawer-differs = درج { $till }: الفرق { $difference }
desk-perpetual = منذ البداية: مبيعات { $sales }، مرتجعات { $refunds }
desk-settle-title = تسوية الأسر
desk-settle-about = تُحسب مستحقات كل أسرة وتُعطى كشفًا برقم، ثم تُصرف.
desk-settle = سوِّ حسابات الأسر
desk-settling = تُسوّى حسابات الأسر الآن…
desk-settled-so-far = سُوّي منها { $done } من { $all }
desk-settle-organiser = يسوّي المنظم حسابات الأسر.
desk-settled-title = سُوّيت حسابات الأسر
desk-settled-owed = يُصرف للأسر

## الصرف

desk-payouts-title = الصرف للأسر
desk-all-statements = كل الكشوف PDF
desk-statements-so-far = الكشف { $done } من { $of }
desk-stop = إيقاف
desk-no-statements = لم تُسوَّ أي أسرة بعد، فلا كشف يُكتب.
desk-statements-written = { $count ->
    [one] كشف واحد
    [two] كشفان
    [few] { $count } كشوف
    [many] { $count } كشفًا
   *[other] { $count } كشف
} في المجلد { $place }
desk-payouts-choose = اختر أسرة
desk-payouts-choose-hint = ليظهر كشف حسابها وما يُصرف لها.
desk-search-families = ابحث عن أسرة
desk-show-all = الكل
desk-show-owed = لها
desk-show-owing = عليها
desk-show-square = مسددة
desk-square = مسددة
desk-not-settled = لم تُسوَّ
desk-no-families = لا أسر هنا
desk-no-families-hint = غيّر البحث أو المرشح.
desk-owed-sum = يُصرف { $amount }
desk-nothing-settled = لم تُسوَّ هذه الأسرة بعد
desk-nothing-settled-hint = يُغلق اليوم وتُسوّى الأسر، ثم يظهر كشفها هنا.
desk-statement-about = كشف { $number }، يوم { $date }
desk-unsettled = بيع بعد هذا الكشف بقيمة { $amount }، يدخل الكشف التالي.
desk-nothing-sold = لم يُبع لها شيء في هذا اليوم.
desk-goods-at = { $quantity } × { $price }
desk-goods-of-day = من يوم { $date }
desk-line-brought-forward = رصيد سابق
desk-line-sales = المبيعات بسعر القائمة
desk-line-family-discounts = خصومات على الأسرة
desk-line-refunds = مرتجعات
desk-line-tax = ضريبة تدفعها الجهة المنظمة
desk-line-net-sales = صافي المبيعات
desk-line-commission = عمولة { $rate } من { $base }
desk-line-adjustment = تعديل: { $reason }
desk-line-kept-deposit = عربون طلب { $order } المحتفظ به
desk-line-advance = قسط السلفة، بقي منها { $left }
desk-line-payable = المستحق
desk-line-held = نقد استلمته الأسرة بنفسها
desk-line-payout = صرف { $number }، { $means }، { $date }
desk-line-payment = سددت الأسرة { $number }، { $date }
desk-family-owed = يُصرف للأسرة
desk-family-owes = على الأسرة
desk-family-square = لا شيء لها أو عليها
desk-pay-organiser = يصرف المنظم.
desk-pay = صرف
desk-take-from-family = استلام من الأسرة
desk-pay-whole = كله
desk-pay-left = يبقى
desk-pay-reference = رقم التحويل أو الشيك
desk-pay-reference-hint = مطلوب
desk-pay-account = الآيبان: { $iban }
desk-pay-collector = المستلم
desk-pay-collector-hint = إن لم تستلم الأسرة بنفسها
desk-means-safe = الخزنة
desk-means-drawer = الدرج
desk-means-transfer = تحويل بنكي
desk-means-cheque = شيك
desk-means-cash = نقدًا
desk-means-account = برقم التحويل
desk-means-name = برقم الشيك
desk-paid-out = تم الصرف
desk-family-paid-in = استُلم من الأسرة
desk-slip-number = رقم السند
desk-slip-means = الطريقة

## أعداد

desk-open-orders = { $count ->
    [zero] لا طلبات مفتوحة
    [one] طلب مفتوح واحد
    [two] طلبان مفتوحان
    [few] { $count } طلبات مفتوحة
    [many] { $count } طلبًا مفتوحًا
   *[other] { $count } طلب مفتوح
}
desk-orders-and-more = { $count ->
    [zero] { $name }
    [one] { $name } وصنف آخر
    [two] { $name } وصنفان آخران
    [few] { $name } و{ $count } أصناف أخرى
    [many] { $name } و{ $count } صنفًا آخر
   *[other] { $name } و{ $count } صنف آخر
}
desk-due-days = { $count ->
    [zero] اليوم
    [one] بعد يوم
    [two] بعد يومين
    [few] بعد { $count } أيام
    [many] بعد { $count } يومًا
   *[other] بعد { $count } يوم
}

## The door

desk-door-title = باب القاعة
desk-go-door-hint = عدّ الداخلين والخارجين
desk-door-inside = في القاعة الآن
desk-door-full = القاعة ممتلئة
desk-door-over = الحد { $limit }. لا يدخل أحد حتى يخرج غيره.
desk-door-room = { $room ->
    [zero] لا مكان لأحد
    [one] بقي مكان واحد
    [two] بقي مكانان
    [few] بقيت { $room } أماكن
    [many] بقي { $room } مكانًا
   *[other] بقي { $room } مكان
} من { $limit }
desk-door-passed = دخل { $entered }، وخرج { $left }
desk-door-in = دخول
desk-door-out = خروج
desk-door-take-back = تراجع عن آخر عدّ
desk-door-advice = ركن الاستشارة
desk-door-advice-hint = المس الموضوع لكل زائر يُرشَد.

## A family's account

desk-account-adjust = تعديل الحساب
desk-account-adjust-about = مبلغ يُضاف إلى حساب الأسرة أو يُخصم منه، ويظهر بسببه في كشفها التالي.
desk-account-adjusted = سُجّل التعديل
desk-account-lend = سلفة
desk-account-lend-about = تُسلَّم الآن، ويُخصم قسطها من كل كشف حتى تُسدَّد.
desk-account-lent = صُرفت السلفة
desk-account-settle = تسوية الأسرة
desk-account-settle-about = يُعدّ كشف هذه الأسرة وحدها لآخر يوم أُغلق.
desk-account-settled = أُعدّ الكشف
desk-account-reverse = إلغاء الكشف
desk-account-reverse-about = يُلغى آخر كشف للأسرة بقيد جديد، ثم يُعدّ من جديد.
desk-account-reverse-hint = ما صُرف للأسرة يبقى مصروفًا، ويُحسب في الكشف الجديد.
desk-account-reversed = أُلغي الكشف
desk-account-done = { $done }: { $family }
desk-adjust-off = خصم من الأسرة
desk-adjust-credit = إضافة للأسرة
desk-adjust-damage = تلف أو كسر
desk-adjust-price = سعر خاطئ
desk-adjust-missed = بيع لم يُسجَّل
desk-adjust-reward = مكافأة أو دعم
desk-lend-materials = مواد أولية
desk-lend-equipment = أدوات
desk-lend-transport = نقل
desk-lend-need = حاجة عاجلة
desk-lend-instalment = القسط من كل كشف
desk-lend-left = باقٍ من سلف سابقة
desk-reverse-terms = شروط خاطئة
desk-reverse-goods = بضاعة لأسرة أخرى
desk-reverse-refund = مرتجع لم يُحسب
desk-reverse-early = أُعدّ قبل أوانه

## The safe

desk-safe-title = الخزنة
desk-safe-hint = ما فيها وإيداع النقد
desk-safe-now = في الخزنة الآن
desk-safe-about = نقد الجهة المنظمة: للعهد والصرف للأسر والسلف.
desk-safe-fill = أودع في الخزنة
desk-safe-filled = أُودع في الخزنة { $amount }
desk-safe-change = فكة للأدراج
desk-safe-payouts = لصرف مستحقات الأسر
desk-safe-advances = للسلف
desk-safe-bank = من البنك

## What stands with a closed day

desk-late-title = وصل بعد الإغلاق
desk-late-sales = { $sales ->
    [zero] لا بيع
    [one] بيع واحد
    [two] بيعان
    [few] { $sales } عمليات بيع
    [many] { $sales } عملية بيع
   *[other] { $sales } عملية بيع
} بقيمة { $amount }. تبقى أرقام Z كما هي، وتدخل هذه المبيعات في الكشف التالي بتاريخ يومها.
desk-this-till-only = يشمل تقرير Z هذا نقطة البيع { $till } وحدها؛ تُغلق كل نقطة يومها بنفسها.
desk-unprinted = { $count ->
    [zero] كل الأوراق مطبوعة
    [one] ورقة واحدة لم تُطبع
    [two] ورقتان لم تُطبعا
    [few] { $count } أوراق لم تُطبع
    [many] { $count } ورقة لم تُطبع
   *[other] { $count } ورقة لم تُطبع
}
desk-unprinted-hint = افحص الطابعة، أو تخلَّ عن هذه الأوراق
desk-orders-due-title = { $count ->
    [zero] لا طلب حان موعده
    [one] طلب واحد حان موعده
    [two] طلبان حان موعدهما
    [few] { $count } طلبات حان موعدها
    [many] { $count } طلبًا حان موعده
   *[other] { $count } طلب حان موعده
}
desk-orders-due-hint = سلّمها أو اتصل بأصحابها
desk-open-day-other = هذا ليس تاريخ اليوم. تُسجَّل به كل مبيعات هذا اليوم.

## بضاعة الأسر

desk-goods-title = بضاعة الأسر
desk-go-goods-hint = استلام، وجرد ما لم يُبع
desk-goods-choose = اختر أسرة
desk-goods-choose-hint = يظهر هنا ما بقي من بضاعتها.
desk-goods-none = لم تُسلَّم أي بضاعة
desk-goods-none-hint = استلم بضاعة الأسرة ليظهر ما بقي منها.
desk-goods-licence = الرخصة { $number }: { $standing }
desk-goods-take-in = استلام
desk-goods-count = جرد ما لم يُبع
desk-goods-received = المستلم
desk-goods-sold = المبيع
desk-goods-gone = مُعاد ومفقود
desk-goods-left = الباقي
desk-goods-until = صالح حتى { $date }
desk-goods-lines-left = { $count ->
    [zero] لم يبق شيء
    [one] بقي صنف واحد
    [two] بقي صنفان
    [few] بقي { $count } أصناف
    [many] بقي { $count } صنفًا
   *[other] بقي { $count } صنف
}
desk-date-none = بلا تاريخ
desk-date-yesterday = أمس
desk-intake-title = استلام بضاعة
desk-intake-person = سلّمها
desk-intake-person-hint = إن لم تكن الأسرة نفسها
desk-intake-produced = الإنتاج
desk-intake-best-before = الصلاحية حتى
desk-intake-confirm = { $count ->
    [zero] لا شيء بعد
    [one] استلام صنف واحد
    [two] استلام صنفين
    [few] استلام { $count } أصناف
    [many] استلام { $count } صنفًا
   *[other] استلام { $count } صنف
}
desk-intake-done = استُلمت البضاعة من { $family }
desk-intake-print = طباعة سند الاستلام
desk-unsold-title = جرد ما لم يُبع
desk-unsold-expected = المتوقع { $quantity }
desk-unsold-not-counted = لم يُعدّ
desk-unsold-all-there = البقية كلها موجودة
desk-unsold-as-expected = كله موجود
desk-unsold-missing = ناقص { $quantity }
desk-unsold-over = زائد { $quantity }
desk-unsold-then = ما عُدّ
desk-unsold-goes-home = يعود مع الأسرة
desk-unsold-stays = يبقى هنا
desk-unsold-confirm = تسجيل الجرد
desk-unsold-left = { $count ->
    [zero] اكتمل العدّ
    [one] بقي صنف لم يُعدّ
    [two] بقي صنفان لم يُعدّا
    [few] بقيت { $count } أصناف لم تُعدّ
    [many] بقي { $count } صنفًا لم يُعدّ
   *[other] بقي { $count } صنف لم يُعدّ
}
desk-unsold-nothing-missing = لا شيء ناقص.
desk-unsold-returned = أُرجعت البضاعة إلى { $family }
desk-unsold-kept = جُردت بضاعة { $family }
desk-unsold-print = طباعة الكشف

## استيراد الملفات

desk-import-title = استيراد الملفات
desk-import-hint = الأسر والأصناف من جدول
desk-import-what = ما في الملف
desk-import-families = الأسر
desk-import-families-hint = السجل، صف لكل أسرة
desk-import-lines = الأصناف
desk-import-lines-hint = الأصناف وأسعارها
desk-import-safe = يُعاين الملف أولًا، ولا يُكتب شيء قبل موافقتك.
desk-import-refresh = البحث عن الملفات من جديد
desk-import-no-files = لا جداول هنا
desk-import-no-files-hint = أدخل ذاكرة محمولة، أو ضع الملف في صندوق الوارد لنقطة البيع هذه، ثم ابحث من جديد.
desk-import-place-inbox = الوارد
desk-import-place-downloads = التنزيلات
desk-import-looking-families = أسر { $file }
desk-import-looking-lines = أصناف { $file }
desk-import-reading = يُقرأ الملف
desk-import-writing = يُكتب في السجل
desk-import-begun = بدأ العمل…
desk-import-so-far = الصفوف: { $done } من { $of }
desk-import-tab-new = جديد
desk-import-tab-changed = معدّل
desk-import-tab-refused = مرفوض
desk-import-tab-suspected = مكرّر؟
desk-import-tab-left-out = متروك
desk-import-unchanged = كما كان
desk-import-places-refused = مرفوض
desk-import-rows-read = صفوف مقروءة
desk-import-rows = { $first }–{ $last } من { $of }
desk-import-row = صف { $row }
desk-import-says = { $name }: { $new }
desk-import-blank = لا شيء
desk-import-place = { $letter } ({ $heading })
desk-import-none-here = لا شيء هنا
desk-import-none-here-hint = تبيّن القوائم الأخرى ما يفعله الملف.
desk-import-none-refused = كل مواضع الملف مفهومة.
desk-import-mend-first = لا يُستورد شيء ما دام موضع مرفوضًا. صحّح الملف ثم عاينه من جديد.
desk-import-nothing-new = كل هذا مسجّل من قبل.
desk-import-all-or-nothing = يُكتب كله معًا أو لا يُكتب منه شيء.
desk-import-take-in = استيراد
desk-import-again = معاينة من جديد
desk-import-taken = استُورد الملف
desk-import-column-not-known = عمود لا يُقرأ منه شيء
desk-import-sheet-left-out = ورقة لشيء آخر
desk-import-total-row = الصف { $row }: { $text }
desk-import-total-left-out = صف مجموع

## سجل الأسر

desk-register-title = سجل الأسر
desk-register-hint = تسجيل الأسر وتعديل بياناتها
desk-register-choose = اختر أسرة
desk-register-choose-hint = تظهر بياناتها هنا.
desk-register-add = إضافة أسرة
desk-register-edit = تعديل
desk-register-save = حفظ التعديل
desk-register-saved = حُفظت بيانات { $family }.
desk-register-entered = التسجيل الأول
desk-register-changes = من عدّل وماذا
desk-register-part-who = الأسرة
desk-register-part-licence = الرخصة والوكلاء
desk-register-part-money = الشروط والحساب
desk-register-part-goods = البضاعة والدعم
desk-register-code = الرمز
desk-register-name = الاسم
desk-register-name-ar = الاسم التجاري بالعربية
desk-register-name-en = الاسم التجاري بالإنجليزية
desk-register-contact = اسم المسؤول
desk-register-phone = الهاتف
desk-register-packages = الباقات
desk-register-active = في هذا البازار
desk-register-active-yes = مشاركة
desk-register-active-no = غير مشاركة
desk-register-licence-kind = نوع الرخصة
desk-register-licence-number = رقم الرخصة
desk-register-licence-expiry = سارية حتى
desk-register-proxies = من يستلم عنها
desk-register-proxies-about = إذا ذُكر أحد هنا فلا يستلم مال الأسرة سواها وسواهم.
desk-register-iban = رقم الآيبان
desk-register-commission = عمولة خاصة بها ٪
desk-register-day-fee = رسم عن كل يوم
desk-register-tax-number = الرقم الضريبي إن كانت مسجّلة
desk-register-instalment = قسط السلفة عند كل تسوية
desk-register-money-about = ما بيع يبقى على شروط يوم بيعه، واليوم الذي سُوّي لا يتغيّر.
desk-register-date-hint = يوم/شهر/سنة
desk-register-sells = من يبيع ويقبض
desk-register-sells-usual = كما في البازار
desk-register-sells-staff = موظفو البازار
desk-register-sells-itself = الأسرة نفسها
desk-register-food = ما تصنعه
desk-register-food-yes = مأكولات
desk-register-food-no = غير مأكولات
desk-register-food-about = لا يُستلم شيء بلا تاريخ صلاحية. وإن كُتب عدد الأيام مُلئ التاريخ تلقائيًا ولم يُقبل تاريخ بعده.
desk-register-keeps = أيام الصلاحية
desk-register-keeps-for = { $count ->
    [zero] مأكولات
    [one] مأكولات صالحة يومًا واحدًا
    [two] مأكولات صالحة يومين
    [few] مأكولات صالحة { $count } أيام
    [many] مأكولات صالحة { $count } يومًا
   *[other] مأكولات صالحة { $count } يوم
}
desk-register-support = الدعم المستلم
desk-register-support-from = الجهة الداعمة
desk-register-support-date = تاريخ استلام الدعم
desk-register-support-about = الدعم منحة من برنامج: يُذكر في كشف الحساب ولا يُسترد. أما المال الذي يُرد فهو سلفة.
desk-register-wrong-missing = لا بد من ملء هذه الخانة.
desk-register-wrong-code = حروف وأرقام و - _ . / فقط
desk-register-wrong-digit = مكتوب خطأ: الرقم الأخير لا يوافق الرمز.
desk-register-wrong-without = الأسرة مسجّلة بالرمز { $known }
desk-register-wrong-taken = هذا الرمز لأسرة أخرى.
desk-register-wrong-amount = ليس مبلغًا مثل 25.00
desk-register-wrong-percent = ليست نسبة من 0 إلى 100
desk-register-wrong-date = ليس تاريخًا مثل 31/12/2027
desk-register-wrong-days = ليس عدد أيام
desk-register-wrong-iban = مكتوب خطأ: خانتا التحقق لا توافقان الحساب.
desk-family-mistyped = هذا الرمز مكتوب خطأ
desk-family-mistyped-hint = رقمه الأخير لا يوافقه. أعد قراءته من ورقة الأسرة.
desk-intake-needs-date = مأكولات: كل صنف يحتاج إلى تاريخ صلاحية.
desk-intake-keeps = { $count ->
    [zero] مأكولات: يُملأ تاريخ الصلاحية تلقائيًا.
    [one] صالحة يومًا واحدًا من الإنتاج، ويُملأ التاريخ تلقائيًا.
    [two] صالحة يومين من الإنتاج، ويُملأ التاريخ تلقائيًا.
    [few] صالحة { $count } أيام من الإنتاج، ويُملأ التاريخ تلقائيًا.
    [many] صالحة { $count } يومًا من الإنتاج، ويُملأ التاريخ تلقائيًا.
   *[other] صالحة { $count } يوم من الإنتاج، ويُملأ التاريخ تلقائيًا.
}

## بضاعة تخرج دون بيع

desk-goods-hand-back = إرجاع للأسرة
desk-goods-lose = شطب تالف أو مفقود
desk-hand-back-title = إرجاع بضاعة للأسرة
desk-hand-back-person = استلمها
desk-hand-back-everything = تُرجع كلها
desk-hand-back-all = الكمية كلها
desk-hand-back-confirm = { $count ->
    [zero] لا شيء بعد
    [one] أرجع صنفًا واحدًا
    [two] أرجع صنفين
    [few] أرجع { $count } أصناف
    [many] أرجع { $count } صنفًا
   *[other] أرجع { $count } صنف
}
desk-hand-back-print = طباعة السند
desk-loss-title = شطب بضاعة
desk-loss-whose = على من الخسارة
desk-loss-of-family = على الأسرة
desk-loss-of-organiser = على الجهة المنظمة
desk-loss-credit = تعويض الأسرة
desk-loss-not-credited = الخسارة على الأسرة ولا يتغيّر حسابها.
desk-loss-broken = انكسر
desk-loss-spoiled = فسد
desk-loss-stolen = سُرق
desk-loss-tasting = قُدّم للتذوق
desk-loss-confirm = { $count ->
    [zero] لا شيء بعد
    [one] اشطب صنفًا واحدًا
    [two] اشطب صنفين
    [few] اشطب { $count } أصناف
    [many] اشطب { $count } صنفًا
   *[other] اشطب { $count } صنف
}
desk-loss-noted = شُطبت بضاعة { $family }

## التوقيع على الاستلام

desk-sign = التوقيع
desk-sign-here = التوقيع على الشاشة
desk-sign-thumb = بصمة على السند
desk-sign-slip = التوقيع على السند
desk-sign-title = وقّع هنا باستلام المبلغ
desk-sign-clear = من جديد
desk-sign-done = تم التوقيع
desk-line-collected = المستلم: { $person }
desk-line-signed = التوقيع: { $person }
desk-line-thumb = بصمة على السند: { $person }

## ما جرى على حساب الأسرة

desk-history = السجل
desk-history-of = حساب { $family }
desk-history-none = لا شيء بعد
desk-history-none-hint = تُدرج هنا التسويات والصرف والسلف.
desk-history-no-support = لم تستلم الأسرة دعمًا.
desk-history-support-about = منحة من برنامج لا يُسترد منها شيء.
desk-history-paid = صرف { $number }، { $means }
desk-history-paid-in = سداد من الأسرة { $number }
desk-history-back = إلغاء الصرف { $number }
desk-history-lent = سلفة، { $means }
desk-history-instalment = رُدّ من السلفة { $amount }
desk-history-taken-back = ملغى
desk-history-take-back = إلغاء الصرف
desk-back-title = الصرف { $number }
desk-back-to = أين النقد الآن
desk-back-about = يعود هذا المبلغ مستحقًا للأسرة، ويبقى الصرف مدونًا بجانبه.
desk-back-bounced = رُدّ التحويل
desk-back-cheque = لم يُصرف الشيك
desk-back-not-collected = لم يُستلم المبلغ
desk-back-mistake = صُرف خطأ
desk-line-back = إلغاء الصرف { $number }، { $date }
desk-line-support = الدعم المستلم: { $amount }، منحة لا تُسترد.

## المتجر الإلكتروني
desk-proof-delivery = رسوم التوصيل
desk-order-shop-number = طلب المتجر { $number }
desk-order-delivery-fee = رسم التوصيل
desk-order-paid-online = مدفوع في المتجر
desk-cancel-online-back = يُعاد: { $tender }
desk-cancel-online-do = يُعاد هذا المبلغ من حيث دُفع، لا من الدرج.
desk-cancel-online-reference = مرجع الدفع
desk-order-paid = مدفوع
desk-import-orders = طلبات المتجر
desk-import-orders-hint = جدول أو JSON من المتجر
desk-import-looking-orders = طلبات { $file }
desk-import-tab-told = للانتباه
desk-run-begin = مع المندوب · { $count }
desk-run-title = خروج المندوب
desk-run-about = هذه الطلبات مدفوعة كلها وتُوصَّل. تُسلَّم معًا، ولكل منها إيصاله.
desk-run-confirm = سلّمها كلها
desk-run-done = خرجت مع المندوب
desk-run-handed-over = طلبات سُلّمت

## أصناف انتهت صلاحيتها في طلبات المتجر
desk-hand-over-expired = انتهت صلاحيته: { $goods }. لا يُسلَّم إلا بموافقة المشرف.
desk-run-stays = فيه صنف منتهٍ · يبقى هنا
desk-run-none-went = لم يخرج شيء مع المندوب

## ملف المتجر في شاشة الطلبات
desk-orders-shop-file = ملف المتجر

## الدورة التالية

desk-edition-title = الدورة التالية
desk-edition-hint = تبدأ من هذه
desk-edition-name-ar = اسمها بالعربية
desk-edition-name-en = اسمها بالإنجليزية
desk-edition-code = رمزها في الإيصالات والملفات
desk-edition-first-day = أول يوم
desk-edition-last-day = آخر يوم
desk-edition-folder = مجلد بياناتها
desk-edition-folder-about = مجلد جديد خاص بها. وتبقى هذه الدورة كما هي في مجلدها.
desk-edition-date-hint = مثل 2027-11-04
desk-edition-missing = مطلوب
desk-edition-not-a-code = حروف لاتينية وأرقام وشرطات
desk-edition-not-a-date = ليس تاريخًا
desk-edition-backwards = قبل أول يوم
desk-edition-too-many-days = { $most } يومًا على الأكثر
desk-edition-not-a-path = اكتب المسار كاملًا
desk-edition-what = ما تبدأ به
desk-edition-copied = الشروط والباقات والمواقع ونقاط البيع والموظفون والأسر والأصناف وأسعارها، وإعدادات نقطة البيع هذه.
desk-edition-stays = تبقى المبيعات والمخزون والطلبات والأرقام السرية في هذه الدورة. وما للأسر يمكن أن ينتقل معها.
desk-edition-safe = لم يُحفظ شيء بعد. سترى أولًا ما الذي سيحدث.
desk-edition-look = ما الذي سيحدث
desk-edition-balances = أرصدة يمكن ترحيلها
desk-edition-balances-of = { $count ->
    [zero] لا رصيد
    [one] رصيد أسرة واحدة
    [two] رصيدا أسرتين
    [few] أرصدة { $count } أسر
    [many] أرصدة { $count } أسرة
   *[other] أرصدة { $count } أسرة
 }
desk-edition-owed = للأسر
desk-edition-owing = على الأسر
desk-edition-advances = المتبقي من السلف
desk-edition-owes = عليها { $amount }
desk-edition-advance-of = بقي من سلفتها { $amount }
desk-edition-left = يبقى في مكانه الآن
desk-edition-later = يمكن أن تبدأ الدورة بلا أرصدة. ارجع إلى هنا لاحقًا لترحيلها.
desk-edition-none-open = لم يبقَ رصيد يُرحّل
desk-edition-none-open-hint = لا شيء هنا للأسر ولا عليها.
desk-edition-days = من { $first } إلى { $last }
desk-edition-no-days = بلا تواريخ بعد
desk-edition-families = الأسر
desk-edition-lines = الأصناف
desk-edition-staff = الموظفون
desk-edition-with = مع الأرصدة
desk-edition-without = بلا أرصدة
desk-edition-goes-on = بدأت هذه الدورة في ذلك المجلد من قبل. وما بقي هنا مفتوحًا يمكن ترحيله إليها.
desk-edition-same-name = ما زال اسمها اسم هذه الدورة. ارجع لتكتب اسمها.
desk-edition-begin = ابدأ الدورة
desk-edition-carry = رحّل الأرصدة
desk-edition-sure = أتبدأ { $name }؟
desk-edition-sure-carry = أتُرحّل الأرصدة إلى { $name }؟
desk-edition-sure-with = { $count ->
    [zero] لا رصيد يُرحّل إليها.
    [one] يُرحّل إليها رصيد أسرة واحدة، فيُصرف هناك ولا يُصرف هنا.
    [two] يُرحّل إليها رصيدا أسرتين، فيُصرفان هناك ولا يُصرفان هنا.
    [few] تُرحّل إليها أرصدة { $count } أسر، فتُصرف هناك ولا تُصرف هنا.
    [many] تُرحّل إليها أرصدة { $count } أسرة، فتُصرف هناك ولا تُصرف هنا.
   *[other] تُرحّل إليها أرصدة { $count } أسرة، فتُصرف هناك ولا تُصرف هنا.
 } رقمك السري يؤكد ذلك، وبه تُفتح الدورة التالية أيضًا.
desk-edition-sure-without = لا يُرحّل رصيد. رقمك السري يؤكد ذلك، وبه تُفتح الدورة التالية أيضًا.
desk-edition-working = تُعدّ الدورة التالية
desk-edition-begun = بدأت { $name }
desk-edition-carried = رُحّلت الأرصدة إلى { $name }
desk-edition-where = بياناتها في
desk-edition-open = لفتحها أغلق هذا البرنامج وشغّله بالأمر: { $command }
desk-edition-pins = تُفتح برقمك السري. وأعطِ غيرك أرقامهم هناك من «الموظفون».

## أرصدة تُستعاد من دورة ضائعة

desk-lost-title = الأرصدة المرحّلة
desk-lost-to = رُحّلت إلى { $edition } في { $date }
desk-lost-danger = لبيانات ضاعت نهائيًا قبل أن يستعملها أحد. إن ظهرت واستُعملت حُسبت أرصدة الأسر مرتين.
desk-lost-take = استعادة الأرصدة
desk-lost-sure = أتُستعاد الأرصدة من { $edition }؟
desk-lost-sure-text = { $count ->
    [zero] لا رصيد يُصرف هنا من جديد.
    [one] رصيد أسرة واحدة يُصرف هنا من جديد.
    [two] رصيدا أسرتين يُصرفان هنا من جديد.
    [few] أرصدة { $count } أسر تُصرف هنا من جديد.
    [many] أرصدة { $count } أسرة تُصرف هنا من جديد.
   *[other] أرصدة { $count } أسرة تُصرف هنا من جديد.
 } يُنظر أولًا في كل قاعدة بيانات متاحة: ما وصل يبقى هناك. ولا تُستعمل البيانات الضائعة بعد ذلك أبدًا.
desk-lost-working = يُنظر هل وصلت الأرصدة
desk-lost-done = استُعيدت الأرصدة من { $edition }
desk-lost-arrived = { $count ->
    [zero] لم يصل رصيد.
    [one] وصل رصيد واحد إلى هناك فبقي هناك.
    [two] وصل رصيدان إلى هناك فبقيا هناك.
    [few] وصلت { $count } أرصدة إلى هناك فبقيت هناك.
    [many] وصل { $count } رصيدًا إلى هناك فبقيت هناك.
   *[other] وصل { $count } رصيد إلى هناك فبقيت هناك.
 }
desk-lost-after = تُصرف هنا من جديد. وإن ظهرت البيانات الضائعة فلا تستعملها.
desk-lost-disk = تعطل القرص
desk-lost-deleted = حُذف المجلد
desk-lost-stolen = ضاع الجهاز
