# أرقام الجهة المنظمة: لوحة الأرقام ورسومها وإثبات المال، على الشاشة وعلى الورق. مفاتيحها تبدأ بـ "figures-".

## الأيام المعروضة

figures-whole-bazaar = البازار كله
figures-span = من { $first } إلى { $last }

## الأرقام الكبيرة

figures-takings = المتحصّل من البيع
figures-after-refunds = بعد مرتجعات { $amount }
figures-versus = مقابل { $value }
figures-sales = عدد المبيعات
figures-lines =
    { $count ->
        [zero] بلا بنود
        [one] بند واحد مبيع
        [two] بندان مبيعان
        [few] { $count } بنود مبيعة
        [many] { $count } بندًا مبيعًا
       *[other] { $count } بند مبيع
    }
figures-average-basket = متوسط السلة
figures-visitors = الزوار
figures-nobody-counted = لم يُحصَ أحد عند الباب
figures-per-hundred = المبيعات لكل مئة زائر: { $sales }

## بقية الأرقام

figures-refunded = المرتجعات
figures-refunds =
    { $count ->
        [zero] لا مرتجع
        [one] مرتجع واحد
        [two] مرتجعان
        [few] { $count } مرتجعات
        [many] { $count } مرتجعًا
       *[other] { $count } مرتجع
    }
figures-family-discounts = خصومات تتحملها الأسر
figures-organiser-discounts = خصومات تتحملها الجهة المنظمة
figures-over-short = زيادة الأدراج أو عجزها
figures-drawers =
    { $count ->
        [zero] لم يُجرد درج
        [one] درج واحد مجرود
        [two] درجان مجرودان
        [few] { $count } أدراج مجرودة
        [many] { $count } درجًا مجرودًا
       *[other] { $count } درج مجرود
    }
figures-paid-out = صُرف للأسر
figures-paid-out-open = أثناء اليوم المفتوح
figures-orders-outstanding = طلبات لم تُسلَّم
figures-orders =
    { $count ->
        [zero] لا طلب، الآن
        [one] طلب واحد، الآن
        [two] طلبان، الآن
        [few] { $count } طلبات، الآن
        [many] { $count } طلبًا، الآن
       *[other] { $count } طلب، الآن
    }
figures-deposits-held = عرابين محفوظة للعملاء، الآن
figures-owed = مستحق للأسر، الآن
figures-owing = مستحق على الأسر، الآن

## الرسوم

figures-plot-hours = البيع ساعة بساعة
figures-plot-heat = الأيام والساعات الأكثر بيعًا
figures-plot-packages = الباقات
figures-plot-tenders = طرق الدفع
figures-plot-families = الأسر الأكثر بيعًا
figures-plot-goods = الأصناف الأكثر بيعًا
figures-plot-pareto = كم أسرة تصنع معظم البيع
figures-plot-cashiers = أمناء الصندوق
figures-plot-sites = المواقع
figures-plot-tills = نقاط البيع

## الشاشة

figures-title = لوحة الأرقام
figures-hint = كل الأرقام بالرسوم
figures-mode-day = يوم
figures-mode-span = عدة أيام
figures-mode-against = مقابل يوم آخر
figures-number-day = يوم { $number }
figures-empty = لا أرقام لهذه الأيام
figures-empty-hint = تظهر الأرقام مع أول بيع.
figures-no-days = لم يُفتح يوم بعد
figures-no-days-hint = افتح يوم البازار، ثم عد إلى هنا بعد أول بيع.
figures-slow = بضاعة على الرف لا تكاد تُباع
figures-slow-sold = بيع { $quantity }
figures-slow-left = وبقي { $quantity }
figures-matters = بقية الأرقام

## التقرير على الورق

figures-report-title = تقرير الجهة المنظمة
figures-period-against = { $period }، مقابل { $other }
figures-families = الأسر
figures-days = الأيام
figures-column-list = بسعر القائمة
figures-column-discounts = خصومات
figures-save = ملف PDF
figures-saved = حُفظ التقرير في { $place }

## إثبات المال

figures-proof-title = إثبات المال
figures-proof-came = ما دخل
figures-proof-owed = لمن هو
figures-proof-of-families = ما صار إليه حق الأسر
figures-for-families = للأسر بعد ما حُجز
figures-advances = أقساط سلف
figures-held = استلمته الأسر بنفسها
figures-not-settled = لم تشمله تسوية بعد
figures-drawer-by-drawer = الأدراج واحدًا واحدًا
figures-expected = المتوقع
figures-counted = المعدود
figures-no-facts = لا قيد وراء هذا الرقم.
figures-more-facts = المزيد
figures-facts-shown =
    { $count ->
        [zero] لا قيود
        [one] قيد واحد
        [two] قيدان
        [few] { $count } قيود
        [many] { $count } قيدًا
       *[other] { $count } قيد
    }
figures-touch-number = المس رقمًا لترى القيود التي يتكوّن منها.

## القيد الواحد

figures-fact-order-cancelled = إلغاء طلب
figures-fact-cash-moved = حركة نقد
figures-fact-settlement-reversed = إلغاء كشف
figures-fact-family-paid-in = سداد من أسرة
figures-number = الرقم
figures-of-sale = من البيع
figures-record = القيد في السجل
figures-recorded-at = وقت القيد
figures-by = بواسطة
figures-approved-by = بموافقة
figures-reason = السبب
figures-rounding = تقريب النقد
figures-amount = المبلغ
figures-means = الطريقة
figures-deposit-returned = عربون أُعيد
figures-deposit-kept = عربون احتُفظ به

## أرصدة من دورة إلى التي تليها

figures-proof-editions = بين الدورات
figures-brought-in = مُرحّل من دورات سابقة
figures-carried-out = مُرحّل إلى دورات لاحقة
figures-carried-back = مُستعاد لأنه لم يصل
figures-other-editions = أرصدة دورات أخرى
figures-other-editions-note = الوارد والمستعاد ناقصًا الصادر، بعد خصم السلف
figures-fact-carried-out = ترحيل إلى الدورة التالية
figures-fact-brought-in = ترحيل من دورة سابقة
figures-fact-carried-back = استعادة ما رُحّل إلى دورة
figures-from-edition = من الدورة
figures-to-edition = إلى الدورة

## المتجر الإلكتروني
figures-delivery-fees = رسوم التوصيل
figures-deliveries = { $count ->
    [one] طلب واحد وُصّل
    [two] طلبان وُصّلا
    [few] { $count } طلبات وُصّلت
    [many] { $count } طلبًا وُصّل
   *[other] { $count } طلب وُصّل
}
figures-delivery-fee = رسم التوصيل
figures-shop-order = طلب المتجر
figures-shop-file = من الملف
