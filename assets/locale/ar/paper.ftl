# كلمات الأوراق: إيصالات وتقارير وكشوف وسندات. مفاتيحها تبدأ بـ paper-.

## أوراق العميل

paper-receipt = إيصال بيع
paper-refund = إيصال مرتجع
paper-order = إيصال طلب وعربون
paper-family-order = طلب للأسرة
paper-family-order-note = جهّزوا الطلب قبل موعده وأحضروه مع هذه القسيمة.
paper-order-cancelled = إلغاء طلب
paper-training = تدريب
paper-copy = نسخة { $number }
paper-number = رقم
paper-date = التاريخ
paper-trading-day = يوم البازار
paper-cashier = أمين الصندوق
paper-approved-by = اعتمده
paper-reason = السبب
paper-times = { $quantity } × { $price }
paper-line-discount = خصم { $amount }
paper-subtotal = المجموع
paper-line-discounts = خصم على الأصناف
paper-discount = خصم
paper-discount-percent = خصم { $rate }
paper-rounded-down = تقريب نقدي بالنقص
paper-rounded-up = تقريب نقدي بالزيادة
paper-total = الإجمالي
paper-change = الباقي للعميل
paper-reference = مرجع { $reference }
paper-thanks = شكرًا لدعمكم الأسر المنتجة
paper-refund-note = للاستبدال أو الاسترجاع يُرجى إحضار هذا الإيصال
paper-of-sale = عن إيصال البيع
paper-returned-total = المبلغ المُعاد
paper-returned-by = أُعيد: { $tender }
paper-returned-cash = أُعيد نقدًا
paper-customer = العميل
paper-deliver-to = التوصيل إلى
paper-due-on = موعد التسليم
paper-wish = مواصفات الطلب
paper-deposit-by = عربون: { $tender }
paper-order-balance = المتبقي
paper-order-bring = يُرجى إحضار هذا الإيصال عند الاستلام
paper-order-number = رقم الطلب
paper-deposit-kept = المحتجز من العربون

## الضريبة

paper-tax-invoice = فاتورة ضريبية
paper-tax-credit-note = إشعار دائن ضريبي
paper-simplified-tax-invoice = فاتورة ضريبية مبسطة
paper-simplified-tax-credit-note = إشعار دائن لفاتورة ضريبية مبسطة
paper-seller = البائع
paper-address = العنوان
paper-tax-number = الرقم الضريبي
paper-before-tax = الخاضع للضريبة
paper-vat = ضريبة القيمة المضافة { $rate }
paper-with-tax = شامل الضريبة

## التواقيع

paper-signature-customer = توقيع العميل
paper-signature-receiver = توقيع المستلم أو بصمته
paper-signature-organiser = توقيع الجهة المنظمة
paper-signature-cashier = توقيع أمين الصندوق
paper-signature-supervisor = توقيع المشرف

## الوردية والدرج

paper-shift = إغلاق وردية
paper-closed-at = وقت الإغلاق
paper-till = نقطة البيع
paper-denomination = الفئة
paper-pieces = العدد
paper-amount = المبلغ
paper-float = العهدة الافتتاحية
paper-expected = المتوقع في الدرج
paper-counted = الموجود بالعد
paper-over = زيادة
paper-short = عجز
paper-exact = مطابق

## تقارير اليوم

paper-x-report = تقرير X
paper-z-report = تقرير Z
paper-x-reminder = قراءة لا تغلق اليوم
paper-made-at = الوقت
paper-made-by-staff = أعدّه
paper-missing-tills = نقاط بيع غير مشمولة
paper-sales-made = المبيعات
paper-refunds-made = المرتجعات
paper-net-paid = الصافي
paper-tax-within = منها ضريبة
paper-discounts-family = خصومات على الأسر
paper-discounts-organiser = خصومات على الجهة المنظمة
paper-voids = سلال ملغاة
paper-so-many = { $label } ({ $count })
paper-drawer-openings = فتح الدرج بلا بيع
paper-receipts = أرقام الإيصالات
paper-from-to = { $first } – { $last }
paper-by-tender = حسب طريقة الدفع
paper-by-package = حسب الباقة
paper-by-family = حسب الأسرة
paper-by-till = حسب نقطة البيع
paper-by-cashier = حسب أمين الصندوق
paper-by-hour = حسب الساعة
paper-family = الأسرة
paper-number-of = العدد
paper-lines = البنود
paper-net = الصافي
paper-credited = للأسرة
paper-of-sales = مبيعات { $amount }
paper-of-deposits = عرابين { $amount }
paper-of-refunds = مرتجعات { $amount }
paper-of-deposits-returned = عرابين مُعادة { $amount }
paper-orders = الطلبات والعرابين
paper-deposits-taken = عرابين مقبوضة
paper-deposits-used = عرابين سُلّمت طلباتها
paper-deposits-returned = عرابين مُعادة
paper-deposits-kept-families = عرابين محتجزة للأسر
paper-deposits-kept-organiser = عرابين محتجزة للجهة المنظمة
paper-cash-moved = حركة النقد
paper-paid-in = إيداع في الدرج
paper-paid-out = سحب لمصروف
paper-dropped = توريد إلى الخزنة
paper-payouts-drawers = صرف للأسر من الدرج
paper-family-payments-drawers = سداد من الأسر في الدرج
paper-drawers = الأدراج
paper-proof = إثبات اليوم
paper-proof-received = المقبوض بكل الطرق
paper-proof-families = حق الأسر
paper-proof-discounts = خصومات الجهة المنظمة
paper-proof-tax = ضريبة على الجهة المنظمة
paper-proof-rounding = تقريب نقدي
paper-proof-deposits = عرابين قائمة
paper-proof-kept = عرابين محتجزة
paper-proof-holds = المجموع مطابق
paper-proof-fails = المجموع غير مطابق
paper-carried-over = سلال مرحّلة إلى يوم آخر
paper-perpetual = الإجمالي التراكمي لنقطة البيع
paper-perpetual-sales = كل المبيعات
paper-perpetual-refunds = كل المرتجعات
paper-journal = السجل
paper-journal-up-to = حتى القيد
paper-journal-head = بصمة القيد

## كشف الأسرة والصرف

paper-statement = كشف حساب أسرة
paper-until = إلى
paper-goods-sold = ما بيع لكم
paper-product-line = الصنف
paper-quantity = الكمية
paper-price = السعر
paper-per-unit = السعر لكل { $unit }
paper-late-sales = متأخرة من { $day }
paper-discount-not-yours = خصم { $amount } على الجهة المنظمة
paper-discount-yours = خصم { $amount } على حسابكم
paper-reckoning = الحساب
paper-sales = المبيعات بسعر القائمة
paper-taken-off = يُخصم منها
paper-added = يُضاف إليها
paper-family-discounts = خصومات على حسابكم
paper-refunds = مرتجعات
paper-earlier-refund = منها { $amount } عن بيع يوم سابق
paper-organiser-tax = ضريبة تسددها الجهة المنظمة
paper-net-sales = صافي المبيعات
paper-commission = عمولة { $rate } من { $base }
paper-adjustment = تعديل
paper-kept-deposit = عربون طلب ملغى { $order }
paper-advance-instalment = قسط السلفة
paper-advance-left = المتبقي من السلفة { $amount }
paper-held = نقد استلمتموه في ركنكم
paper-brought-forward = رصيد سابق لكم
paper-brought-forward-owed = رصيد سابق عليكم
paper-payable-to-family = المستحق لكم
paper-payable-by-family = المستحق عليكم
paper-paid-by = صُرف: { $means }
paper-left-owed-to-family = الرصيد المدور لكم
paper-left-owed-by-family = الرصيد المدور عليكم
paper-fee-times = عدد المرات { $count }
paper-all-paid = صُرف بالكامل
paper-still-owed-to-family = بقي لكم: { $amount }
paper-still-owed-by-family = بقي عليكم: { $amount }
paper-day-by-day = يومًا بيوم
paper-handed-over = المصروف
paper-balance = الرصيد
paper-page = صفحة { $page } من { $pages }
paper-made-from = حُرر في { $moment } من السجل حتى القيد { $record }
paper-payout = سند صرف
paper-payout-amount = المبلغ المصروف
paper-family-payment = سند قبض من أسرة
paper-paid-in-by-you = المسدد منكم
paper-family-payment-amount = المبلغ المقبوض
paper-means = طريقة الصرف
paper-reference-number = رقم المرجع
paper-collected-by = المستلم
paper-handled-by = المسؤول

## صفحة تجربة الطابعة

paper-test = تجربة الطابعة
paper-test-ruler = يجب أن يظهر طرفا المسطرة كاملين
paper-test-printer = الطابعة
paper-test-profile = الملف
paper-test-width = العرض
paper-test-width-value = { $dots } نقطة، { $width } مم
paper-test-dots = كل الحروف تُرسم نقاطًا ولا تعتمد على لغة الطابعة
paper-test-cut = يُقص الورق بعد الخط

## أوراق بلا أسعار وملصقات

paper-gift-receipt = إيصال هدية
paper-gift-note = لاستبدال الهدية يُرجى إحضار هذه القسيمة
paper-collection = قسيمة تسلّم
paper-collection-paid = مدفوع
paper-collection-note = تُسلَّم البضاعة مقابل هذه القسيمة
paper-kitchen = المطبخ
paper-intake = سند استلام بضاعة
paper-unsold = إرجاع ما لم يُبع
paper-unsold-kept = جرد ما لم يُبع
paper-goods-returned = سند إرجاع بضاعة إلى الأسرة
paper-goods-lost = سند شطب بضاعة مفقودة
paper-loss-credit = عوض الأسرة
paper-handed-in-by = سلّمها
paper-goods-over = زائد { $quantity }
paper-reported-by = أبلغ عنها
paper-taken-by = تسلّمها
paper-counted-goods = الموجود
paper-expected-goods = المتوقع
paper-missing-goods = الناقص
paper-batch = الدفعة { $name }
paper-batch-produced = الإنتاج { $day }
paper-batch-best-before = الصلاحية حتى { $day }
paper-label = ملصق
paper-label-produced = الإنتاج
paper-label-best-before = يُستهلك قبل
paper-label-ingredients = المكونات
paper-lines-counted = عدد الأصناف:
paper-signature-family = توقيع الأسرة أو بصمتها
paper-column-goods = الصنف
paper-column-quantity = الكمية
paper-column-price = السعر
paper-visitors = الزوار
paper-visitors-entered = دخلوا
paper-visitors-left = خرجوا
paper-visitors-advised = استشاروا

## التوقيع على الشاشة

paper-thumb-receiver = بصمة المستلم
paper-signed-by-receiver = توقيع المستلم
paper-signed-for = التوقيع باستلام { $number }

## الدعم والسلف وإلغاء الصرف

paper-aid = الدعم والسلفة
paper-support = الدعم المستلم، منحة لا تُرد
paper-advance-to-give-back = المتبقي من السلفة ليُرد
paper-payout-taken-back = صرف ملغى
paper-payout-taken-back-amount = المبلغ المسترجع

## المتجر الإلكتروني
paper-delivery-fee = رسم التوصيل
paper-shop-order = طلب المتجر
paper-deliveries = طلبات موصّلة ورسومها
paper-deliveries-tax = منها ضريبة
paper-proof-delivery = رسوم التوصيل
