# What was said elsewhere, neither for nor against.
remark-title = Remarks
remark-lead = Taken over from the original platform, as they were published there. They are neither for nor against.
remark-all = All remarks
remark-page-title = Remarks – { $title }
remark-none = No remark.
