from array import arraycopy
arraycopy((1, 2), [3, 4]) # fault: cannot-change
