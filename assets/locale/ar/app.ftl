# Words on the screens. Keys begin with "app-".

## The shell

app-shell-day-closed = اليوم غير مفتوح
app-shell-laid-down = سلتك محفوظة، وتجدها عند دخولك من جديد.
app-shell-copy = تُطبع النسخة { $number }.
app-shell-papers = الطابعات والأوراق
app-shell-printer-well = جاهزة
app-shell-printer-trouble = تحتاج نظرة
app-shell-printer-pictures = صورًا في مجلد الأوراق
app-shell-printer-test = صفحة اختبار
app-shell-papers-none = لا ورقة تنتظر
app-shell-papers-none-body = طُبعت كل الأوراق.
app-shell-drawer = فتح الدرج
app-shell-paper-there = طُبعت
app-shell-paper-again = اطبع نسخة
app-shell-paper-now = اطبعها
app-shell-paper-give-up = تخلَّ عنها

## إعداد طابعة

app-printer-set-up = إعداد
app-printer-title = إعداد طابعة
app-printer-way = كيف تتصل الطابعة؟
app-printer-network = بالشبكة
app-printer-network-hint = سلك أو واي فاي، ولها عنوان
app-printer-usb = بسلك USB
app-printer-usb-hint = موصولة بهذا الجهاز
app-printer-pictures = بلا طابعة
app-printer-pictures-hint = تُحفظ الأوراق صورًا
app-printer-address = عنوان الطابعة
app-printer-address-hint = تجده في الورقة التي تطبعها الطابعة عن نفسها: اضغط زر الورق مطولًا وأنت تشغّلها.
app-printer-no-address = ليس هذا عنوانًا. مثال العنوان: 192.168.1.100
app-printer-onward = التالي
app-printer-back = رجوع
app-printer-looking = جارٍ البحث عن الطابعات…
app-printer-look-again = ابحث مجددًا
app-printer-usb-none = لا توجد طابعة USB
app-printer-usb-none-body = شغّلها وصِلها بالجهاز ثم ابحث مجددًا.
app-printer-usb-closed = لا يُسمح لهذا الجهاز بالاطلاع على منافذ USB
app-printer-usb-closed-body = يستطيع المسؤول عن الحاسوب السماح بذلك.
app-printer-model = ما طراز الطابعة؟ إن لم تجده فاختر طابعة عامة.
app-printer-generic = طابعة عامة
app-printer-paper = ورق { $width } مم
app-printer-try = اطبع صفحة اختبار
app-printer-try-again = حاول مجددًا
app-printer-trying = صفحة الاختبار في الطريق…
app-printer-trying-body = يستغرق ذلك ثواني قليلة.
app-printer-came-out = هل خرجت الصفحة سليمة؟
app-printer-look-at-page = تظهر حافتا المسطرة كاملتين، ولا يُقص شيء، والحروف واضحة.
app-printer-look-at-picture = تجدها في مجلد الأوراق باسم test-page.
app-printer-yes = نعم، احفظها
app-printer-no = لا، غيّرها
app-printer-kept = حُفظت الطابعة، وهي تعمل من الآن.
app-printer-not-kept = تعذّرت كتابة الإعدادات، ولم يتغير شيء.
app-printer-add = أضف طابعة
app-printer-remove = احذف هذه الطابعة
app-printer-removed = حُذفت الطابعة، وتطبع الأولى ما كانت تطبعه.
app-printer-serial = بسلك تسلسلي
app-printer-serial-hint = مقبس مستدير أو بتسعة أسنان، أو محوّل
app-printer-serial-name = المنفذ الموصول به السلك
app-printer-serial-name-hint = تجد سرعتها في الورقة التي تطبعها الطابعة عن نفسها.
app-printer-speed = السرعة، بت في الثانية
app-printer-slow = بهذه السرعة يستغرق الإيصال { $seconds } ثانية. اختر سرعة أعلى إن كانت الطابعة تقبلها.
app-printer-queue = بطابور طباعة
app-printer-queue-hint = طابور خام في ⁦CUPS⁩
app-printer-queue-name = اسم الطابور
app-printer-queue-name-hint = لا يعرف هذا الجهاز بعدها ما جرى للورقة.
app-printer-no-queue = ليس هذا اسم طابور.
app-printer-node = بمشغّل النظام
app-printer-node-hint = ملف جهاز مثل ⁦/dev/usb/lp0⁩
app-printer-node-name = مسار ملف الجهاز
app-printer-node-name-hint = يجب أن يُسمح لهذا البرنامج بالكتابة إليه.
app-printer-file = إلى ملف
app-printer-file-hint = ليقرأه برنامج آخر
app-printer-file-name = مسار الملف
app-printer-file-name-hint = تُضاف كل ورقة إلى آخره.
app-printer-no-path = ليس هذا مسارًا. يبدأ المسار بشرطة مائلة.
app-printer-found = وُجد على هذا الجهاز
app-printer-uses = ماذا تطبع؟
app-printer-uses-hint = ما لا تختاره هنا تطبعه الطابعة الأولى.
app-printer-prints-receipts = الإيصالات، وفتح الدرج
app-printer-prints-slips = قسائم الأسر والمطبخ
app-printer-prints-labels = الملصقات
app-printer-prints-reports = التقارير وكشوف الحساب
app-printer-stands-in = تحل محل غيرها إن تعذّر الوصول إليها
app-printer-keep = احفظها

## Signing in

app-sign-title = من على نقطة البيع؟
app-sign-body = المس اسمك ثم اكتب رقمك السري.
app-sign-choose = المس اسمك
app-sign-choose-body = تظهر هنا لوحة الرقم السري.
app-sign-pin = اكتب رقمك السري
app-sign-demo-pin = الرقم السري { $pin }
app-sign-enter = دخول
app-sign-asking = جارٍ التحقق…
app-sign-first-title = أهلًا بكم في البازار
app-sign-first-body = نقطة البيع جديدة. يختار المنظِّم رقمه السري قبل أي شيء آخر.
app-sign-first-pin = اختر رقمًا سريًا من 6 خانات أو أكثر
app-sign-first-again = اكتبه مرة أخرى
app-sign-next = التالي
app-sign-set = اعتماد الرقم
app-sign-not-the-same = الرقمان مختلفان. اختر الرقم من جديد.
app-sign-interrupted = توقف الجهاز أثناء سلة لم تكتمل. لم يضع شيء: سجّل الدخول وأكمل.
app-sign-last = آخر بيع مسجل { $number } · { $amount } · { $time }
app-sign-ticket-waits = { $lines ->
    [zero] سلة تنتظر
    [one] سلة بصنف واحد
    [two] سلة بصنفين
    [few] سلة فيها { $lines } أصناف
    [many] سلة فيها { $lines } صنفًا
   *[other] سلة فيها { $lines } صنف
}

## The people

app-sign-badge = أو امسح شارتك.
app-staff-badge = إعطاء شارة
app-staff-badge-new = شارة أخرى
app-staff-badge-scan = امسح الشارة الآن
app-staff-badge-take = سحب الشارة
app-staff-badge-done = صار لدى { $name } شارة.
app-staff-badge-gone = لم تعد لدى { $name } شارة.
app-staff-title = الموظفون ورموزهم
app-staff-hint = رقم سري جديد لأحدهم
app-staff-choose = اختر شخصًا
app-staff-choose-body = من لا رقم له بعد، أو نسي رقمه، يأخذ رقمًا جديدًا هنا.
app-staff-new-pin = يكتب رقمًا جديدًا من { $least } خانات أو أكثر
app-staff-done = صار لـ { $name } رقم سري جديد.

## Selling: the shelf

app-sell-search = ابحث عن صنف أو أسرة أو رمز، أو امسح الباركود
app-sell-all = الكل
app-sell-open-price = حسب الاتفاق
app-sell-families = الأسر
app-sell-left = بقي { $left }
app-sell-none-left = لم يبق شيء
app-sell-goods-left = الباقي مما استُلم
app-sell-mark-sold-out = نفد
app-sell-mark-expired = منتهٍ
app-sell-goods-family = الأسرة
app-sell-goods-code = الرمز
app-sell-goods-best-before = صالح حتى
app-sell-goods-pin = تثبيت في المقدمة
app-sell-goods-unpin = إلغاء التثبيت
app-sell-goods-out = نفد
app-sell-goods-back = عاد متوفرًا
app-sell-goods-sold-out = هذا الصنف مسجل أنه نفد. هل توجد منه قطعة؟
app-sell-goods-expired = انتهت صلاحية هذا الصنف، ولا يباع إلا بموافقة المشرف.
app-sell-goods-expired-sell = بيع بموافقة
app-sell-goods-back-and-sell = عاد متوفرًا: بيع
app-sell-goods-last-one = بيع هذه القطعة فقط
app-sell-nothing-found = لا شيء باسم «{ $query }»
app-sell-nothing-found-body = جرّب حروفًا أقل، أو اسم الأسرة.
app-sell-no-goods = لا أصناف هنا بعد
app-sell-no-goods-body = يضيف المنظِّم الأصناف إلى هذه الباقة.
app-sell-unknown-code = لا صنف يحمل الرمز { $code }.
app-sell-scan-later = أكمل هذا أولًا ثم امسح الباركود.

## Selling: the ticket

app-sell-ticket = السلة
app-sell-empty = السلة فارغة
app-sell-empty-body = المس صنفًا لإضافته، أو امسح الباركود.
app-sell-came-back = عادت هذه السلة كما كانت، ولم يكتمل دفعها.
app-sell-last = آخر بيع { $number }
app-sell-unknown-title = مدفوعات لا يُعلم أمرها
app-sell-unknown = { $count ->
    [zero] لا مدفوعات مجهولة
    [one] دفعة واحدة لا يُعلم أمرها
    [two] دفعتان لا يُعلم أمرهما
    [few] { $count } دفعات لا يُعلم أمرها
    [many] { $count } دفعة لا يُعلم أمرها
   *[other] { $count } دفعة لا يُعلم أمرها
}
app-sell-times = { $quantity } × { $price }
app-sell-price-changed = سعر معدَّل
app-sell-less = خصم { $amount }
app-sell-exchange = استبدال: تُحسب { $amount }
app-sell-exchange-from = مرتجع من { $number }
app-sell-all-sales = البحث عن بيع آخر
app-sell-subtotal = المجموع
app-sell-discounts = الخصومات
app-sell-discount = خصم
app-sell-total = الإجمالي
app-sell-exact = نقدًا بالضبط
app-sell-pay = ادفع
app-sell-paid = تم الدفع
app-sell-change = الباقي للعميل
app-sell-no-change = لا باقي
app-sell-print-again = اطبع الإيصال مرة أخرى
app-sell-print = اطبع الإيصال
app-sell-print-copy = اطبع نسخة
app-sell-print-gift = إيصال هدية
app-sell-print-slips = قسائم التسلّم
app-sell-give-back = إرجاع
app-sell-next = العميل التالي

## Selling: a line

app-sell-line-add = أضف إلى السلة
app-sell-line-save = طبّق
app-sell-line-quantity = الكمية
app-sell-line-weight = الوزن
app-sell-line-price = السعر
app-sell-line-discount = الخصم
app-sell-line-note = ملاحظة
app-sell-ask-note = ماذا يُكتب تحت هذا الصنف في الإيصال؟
app-sell-note-hint = اسم، لون، مقاس…
app-sell-open-line = سعر مفتوح
app-sell-open-title = { $family }: سعر مفتوح
app-sell-open-body = صنف لهذه الأسرة ليس في القائمة.
app-sell-open-name = ما هو
app-sell-open-name-hint = كلمة إن أردت
app-sell-open-plain = صنف متفرق
app-sell-ask-quantity = كم العدد؟
app-sell-ask-weight = كم المقدار بوحدة { $unit }؟
app-sell-ask-price = كم السعر المتفق عليه؟ لا سعر ثابتًا لهذا الصنف.
app-sell-change-price = سعر آخر لهذا السطر. يوافق عليه المشرف عند الدفع.

## Selling: discounts

app-sell-discount-title = خصم على السلة
app-sell-discount-percent = نسبة
app-sell-discount-amount = مبلغ
app-sell-discount-who = من يتحمله
app-sell-bears-organiser = الجهة المنظمة
app-sell-bears-family = الأسرة
app-sell-discount-give = امنح الخصم
app-sell-discount-remove = ألغِ الخصم

## Selling: tickets put aside and given up

app-sell-park-title = علّق السلة
app-sell-park-body = تنتظر بهذا الاسم حتى يستأنفها أحد.
app-sell-park-name = اسم، إن أردت
app-sell-park-confirm = علّقها
app-sell-park-order = تحويل إلى طلب
app-sell-park-plain = { $first } { $more ->
    [zero] وحده
    [one] وصنف آخر
    [two] وصنفان آخران
    [few] و{ $more } أصناف أخرى
    [many] و{ $more } صنفًا آخر
   *[other] و{ $more } صنف آخر
}
app-sell-parked-title = السلال المعلقة
app-sell-parked-about = { $lines ->
    [zero] لا أصناف
    [one] صنف واحد
    [two] صنفان
    [few] { $lines } أصناف
    [many] { $lines } صنفًا
   *[other] { $lines } صنف
} · { $time }
app-sell-parked-none = لا سلال معلقة
app-sell-parked-none-body = السلة التي تعلّقها تجدها هنا.
app-sell-void-title = إلغاء السلة؟
app-sell-give-up-title = إلغاء سلة «{ $name }»؟
app-sell-void-body = يُسجَّل ما كان فيها مع اسمك والسبب.
app-sell-void-changed-mind = غيّر العميل رأيه
app-sell-void-mistake = أُدخلت بالخطأ
app-sell-void-no-money = تعذّر الدفع
app-sell-void-trial = تجربة فقط
app-sell-void-confirm = ألغِ السلة

## Selling: the last sale

app-sell-last-title = آخر بيع
app-sell-last-none = لم يُبَع شيء بعد
app-sell-last-none-body = آخر بيع في نقطة البيع هذه تجده هنا.

## How the screen looks

app-look-title = شاشة نقطة البيع
app-look-language = اللغة
app-look-colours = الألوان
app-look-light = فاتحة
app-look-dark = داكنة
app-look-contrast = تباين عالٍ
app-look-size = حجم الخط
app-look-small = صغير
app-look-medium = متوسط
app-look-large = كبير
app-look-largest = أكبر
app-look-digits = الأرقام
app-look-kiosk = النافذة
app-look-kiosk-on = ملء الشاشة
app-look-kiosk-off = نافذة عادية
app-look-kiosk-who = يغيّرها مشرف بعد أن يسجّل دخوله.
app-look-customer = نافذة العميل
app-look-customer-on = مفتوحة
app-look-customer-off = مغلقة
app-look-photos = صور الأصناف
app-look-photos-on = تظهر
app-look-photos-off = مخفية
app-look-not-kept = تعذّر حفظ الإعدادات، فستعود الشاشة كما كانت بعد إعادة التشغيل.

## Paying

app-pay-goes-back = يُعاد إلى العميل
app-pay-came-back = قيمة المرتجع
app-pay-give-back = أعد { $amount } وأنهِ
app-pay-exchange = أتمّ الاستبدال
app-pay-back = رجوع إلى السلة
app-pay-due = المطلوب
app-pay-rest = بقي للدفع
app-pay-rounding = نقدًا { $due } (تقريب { $rounding })
app-pay-recording = جارٍ التسجيل…
app-pay-other-sum = مبلغ آخر
app-pay-exact = بالضبط { $amount }
app-pay-cash = نقدًا { $amount }
app-pay-change-of = الباقي { $amount }
app-pay-leaves = يبقى { $amount }
app-pay-family = أخذت المبلغ: { $family }
app-pay-card-ask = اسحب { $amount } على جهاز البطاقة.
app-pay-card-yes = قُبلت البطاقة
app-pay-other-ask = { $kind }: { $amount }. هل وصل المبلغ؟
app-pay-other-yes = وصل المبلغ
app-pay-not-accepted = لم تُقبل
app-pay-unknown = لا أعلم
app-pay-unknown-of = { $kind } { $amount }: لا يُعلم
app-pay-unknown-with = { $kind } { $amount }، رقم العملية { $reference }: لا يُعلم
app-pay-unknown-body = اسأل الجهاز أو المصرف. لا يُسحب المبلغ مرة أخرى قبل أن يُعلم أمره.
app-pay-unknown-arrived = وصل المبلغ
app-pay-unknown-not = لم يصل
app-pay-receipt = الإيصال
app-pay-receipt-print = طباعة
app-pay-receipt-show = عرض
app-pay-receipt-none = بدون
app-pay-reference = رقم العملية، إن وُجد
app-pay-record = سجّل البيع مرة أخرى

## The customer's display

app-customer-title = شاشة العميل
app-customer-welcome = أهلًا وسهلًا
app-customer-total = الإجمالي
app-customer-deposit = العربون
app-customer-balance = المتبقي عليك
app-customer-discount = وفّرت
app-customer-paid = دفعت
app-customer-change = الباقي لك
app-customer-thanks = شكرًا لك
app-customer-earlier = وقبلها { $count ->
    [one] صنف واحد
    [two] صنفان
    [few] { $count } أصناف
    [many] { $count } صنفًا
   *[other] { $count } صنف
}

## Training

app-training = تدريب
app-training-body = لا يُحسب شيء مما تفعله هنا.
app-training-enter = تدريب
app-training-hint = جرّب، فلا يُحسب شيء
app-training-leave = إنهاء التدريب

## المتجر الإلكتروني
app-customer-delivery = رسم التوصيل
