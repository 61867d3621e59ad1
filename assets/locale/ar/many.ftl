# حصيلة قواعد بيانات عدة معًا، ودورة بجانب دورة سابقة. مفاتيحها تبدأ بـ "many-".

## الجداول

many-title = الحصيلة المجمّعة
many-by-edition = البازارات والدورات
many-by-till = نقاط البيع
many-by-package = الباقات
many-by-family = الأسر
many-total = المجموع
many-this-till = نقطة البيع هذه
many-in-currency = بعملة { $currency }
many-days =
    { $count ->
        [zero] بلا أيام
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
many-tills =
    { $count ->
        [zero] بلا نقاط بيع
        [one] نقطة بيع واحدة
        [two] نقطتا بيع
        [few] { $count } نقاط بيع
        [many] { $count } نقطة بيع
       *[other] { $count } نقطة بيع
    }
many-editions =
    { $count ->
        [zero] بلا دورات
        [one] دورة واحدة
        [two] دورتان
        [few] { $count } دورات
        [many] { $count } دورة
       *[other] { $count } دورة
    }

## الأعمدة والخطوات

many-paid = دفعه العملاء
many-discounts = الخصومات
many-made-good = خصومات تتحملها الجهة المنظمة
many-tax = ضريبة تُورَّد
many-credit = نصيب الأسر
many-commission = العمولة
many-fees = الرسوم
many-advances = سُدّد من السلف
many-advances-left = سلف لم تُسدَّد
many-held = قبضته الأسر بنفسها
many-other = تعديلات وغيرها
many-carried = رُحّل بين الدورات
many-delivery = رسوم التوصيل
many-paid-out = صُرف
many-paid-in = دفعته الأسر
many-owed = الباقي للأسر

## ما يُعلَم عنها

many-known = ما يُعلَم عنها
many-holds =
    { $count ->
        [zero] لا دفاتر
        [one] كل مجموع يطابق دفتره.
        [two] كل مجموع يطابق الدفترين.
        [few] كل مجموع يطابق { $count } دفاتر.
        [many] كل مجموع يطابق { $count } دفترًا.
       *[other] كل مجموع يطابق { $count } دفتر.
    }
many-holds-not = المجاميع لا تطابق الدفاتر. افحص كل قاعدة بيانات (sanduq verify).
many-own = الملف { $path } هو بيانات نقطة البيع هذه نفسها، ويُحسب مرة واحدة.
many-same-journal = { $left } و{ $counted } فيهما السجل نفسه لنقطة البيع { $till }. يُحسب الأطول وحده، ويُترك الآخر، وعدد قيوده { $records }.
many-same-till = سجلان مختلفان يسميان نفسيهما نقطة البيع { $till } في { $bazaar }. حُسبا كلاهما؛ تحقق من صحة ذلك.
many-disputed = رمزها رمز أسرة أخرى
many-disputed-code = الرمز { $code } لأسر مختلفة: { $names }. تُركت كل واحدة وحدها.

## سنوات الأسرة

many-years = سنواتها
many-sold = باعت
many-support = الدعم المستلم
many-lent = أُقرضت سلفة
many-payable = المستحق لها

## اختيارها

many-which = أي قواعد بيانات؟
many-chosen =
    { $count ->
        [zero] لم تُختر أي منها بعد
        [one] اختيرت واحدة
        [two] اختيرت اثنتان
        [few] اختيرت { $count }
        [many] اختيرت { $count }
       *[other] اختيرت { $count }
    }
many-tally = اجمعها معًا
many-safe = تُقرأ فقط ولا يتغير منها شيء. أغلق نقطة البيع قبل اختيار ملفها، أو اختر نسخة احتياطية منها.
many-no-databases = لم توجد قواعد بيانات
many-no-databases-hint = أدخل ذاكرة USB، أو ضع نسخًا احتياطية في مجلد الوارد لنقطة البيع هذه، ثم ابحث مرة أخرى.
many-place-backups = النسخ الاحتياطية
many-reading = قراءة قواعد البيانات

## دورة بجانب دورة سابقة

many-beside = ضعها بجانب هذه الدورة
many-beside-edition = بجانب { $edition }: كل يوم بجانب اليوم الذي له الرقم نفسه.
many-beside-day = { $edition }، اليوم { $number }: { $amount }
many-beside-strangers = هذه الرموز تعني غير ذلك في { $edition }، فلا يقابلها منها شيء: { $codes }
many-alone = هذه الدورة وحدها
many-plot-days = يومًا بيوم

## الإثبات والمصنف
many-still-held = عند الأسر ولم يُسوَّ بعد
many-kept-deposits = عربون احتفظت به الجهة المنظمة
many-workbook = ملف Excel

## طلب متجر واحد في أكثر من نقطة بيع
many-orders-twice = طلبات من المتجر أُخذت في أكثر من نقطة بيع ({ $tills }): عددها { $count }، والزائد { $sum }:
many-orders-twice-do = ألغِ كل طلب في نقاط البيع كلها إلا واحدة؛ وما سُلّم مرتين فسجّل له مرتجعًا.
many-orders-perhaps-twice = طلبات من المتجر ربما أُخذت في أكثر من نقطة بيع ({ $tills }): عددها { $count }، والزائد حينها { $sum }:
many-orders-perhaps-twice-do = الرقم والعميل واحد، وأحد الملفات لا يذكر اسم المتجر. فإن كان طلبًا واحدًا فألغه في نقاط البيع كلها إلا واحدة.
many-order-twice = { $order }، { $amount } ({ $numbers })
many-orders-twice-more = و{ $count } غيرها

## رصيد في دورتين معًا

many-owed-twice = رصيد محسوب مرتين: { $family } { $name }. رصيدها { $amount } (المتبقي من السلف: { $advance }) استُعيد في { $from } مع أنه وصل إلى { $to }. اصرفه في إحداهما فقط، وعدّل حسابها في الأخرى.
