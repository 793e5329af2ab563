"""Inside tools/postgres-for-tests: says where the server is and waits until nobody needs it."""

import os
import sys

if __name__ == "__main__":
    print(os.environ["VERNOST_TEST_DATABASE_URL"], flush=True)
    sys.stdin.read()
