# أوراق المصنف وعناوين أعمدته. تبدأ المفاتيح بـ "sheet-".

## الأوراق

sheet-name-families = الأسر
sheet-name-lines = الأصناف المبيعة
sheet-name-packages = حسب الباقة
sheet-name-hours = حسب الساعة
sheet-name-tenders = طرق الدفع
sheet-name-settlements = التسويات
sheet-name-payouts = الصرف
sheet-name-proof = إثبات المال
sheet-name-accounts = الحسابات
sheet-name-columns = الأعمدة

## العناوين

sheet-family = الأسرة
sheet-name = الاسم
sheet-family-name = اسم الأسرة
sheet-active = نشطة
sheet-lines = عدد البنود
sheet-quantity = الكمية
sheet-list = بسعر القائمة
sheet-family-discounts = خصم على الأسرة
sheet-organiser-discounts = خصم على الجهة المنظمة
sheet-paid = المدفوع من العملاء
sheet-credit = المقيد للأسر
sheet-commission = العمولة
sheet-fees = الرسوم
sheet-adjustments = التعديلات
sheet-instalments = أقساط السلفة
sheet-held = ما استلمته الأسرة
sheet-paid-out = المصروف
sheet-paid-in = المحصّل
sheet-balance = الرصيد
sheet-advance-left = الباقي من السلفة
sheet-day = يوم البازار
sheet-at = وقت القيد
sheet-till = نقطة البيع
sheet-number = الرقم
sheet-kind = النوع
sheet-cashier = أمين الصندوق
sheet-package = الباقة
sheet-sku = رمز الصنف
sheet-unit = الوحدة
sheet-unit-price = سعر الوحدة
sheet-tax = الضريبة
sheet-commission-percent = نسبة العمولة
sheet-hour = الساعة
sheet-tender = طريقة الدفع
sheet-payments = عدد الدفعات
sheet-sales = المبيعات
sheet-refunds = المرتجعات
sheet-deposits = العربون
sheet-deposits-returned = عربون مردود
sheet-net = الصافي
sheet-brought-forward = رصيد سابق
sheet-net-sales = صافي المبيعات
sheet-payable = المستحق
sheet-means = وسيلة الصرف
sheet-reference = المرجع
sheet-line = البند
sheet-came-in = ما دخل
sheet-owed-for-it = ما يقابله
sheet-account = الحساب
sheet-debit = مدين
sheet-credit-side = دائن
sheet-sheet = الورقة
sheet-column = العمود
sheet-code = الرمز، واحد في كل اللغات

## كلمات في الخلايا

sheet-sold = بيع
sheet-returned = مرتجع
sheet-yes = نعم
sheet-no = لا
sheet-total = الإجمالي
sheet-proof-tenders = نقد وبطاقة وتحويل ومحفظة وقسائم وما استلمته الأسر
sheet-proof-families = المقيد للأسر
sheet-proof-discounts = يُطرح خصم على الجهة المنظمة
sheet-proof-tax = ضريبة على الجهة المنظمة
sheet-proof-rounding = تقريب النقد
sheet-proof-deposits = عربون باقٍ للعملاء
sheet-proof-kept = عربون محتفظ به

sheet-other-editions = من دورات أخرى

## المتجر الإلكتروني
sheet-delivery = توصيل
sheet-proof-delivery = رسوم التوصيل

## عدة قواعد بيانات في مصنف
sheet-name-years = الأسر حسب الدورة
sheet-name-ledgers = مقابلة الدفاتر
sheet-bazaar = البازار
sheet-edition = الدورة
sheet-edition-name = اسم الدورة
sheet-editions = عدد الدورات
sheet-first-day = أول يوم
sheet-last-day = آخر يوم
sheet-days = عدد الأيام
sheet-family-days = أيام باعت فيها
sheet-disputed = رمزها لأسرة أخرى أيضًا
sheet-records = عدد القيود
sheet-database = قاعدة البيانات
sheet-owing = الباقي على الأسر
sheet-in-ledgers = الدفاتر
sheet-difference = الفرق
