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
desk-act-cancel-order = إلغاء طلب
desk-act-adjust = تعديل حساب أسرة
desk-act-settle = تسوية الأسر
desk-act-pay-out = صرف مستحقات أسرة
desk-act-set-up = إعداد البازار
desk-act-change-pin = تغيير رقم سري
