"""What quickstart, phone and the system tests share: processes that end with us, a phone, its screen."""
