"""The change sheet: what became different for the reader since an earlier version."""
