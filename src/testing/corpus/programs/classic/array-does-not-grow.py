# dialect: classic
import array
a = array(2, 3)
a[2][0] = 5  # fault: index-out-of-range
