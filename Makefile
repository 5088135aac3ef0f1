# One command per task; the work is done in scripts/.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

.PHONY: help run test lint unit e2e fmt bindings bench windows test-windows test-office

help: ## in bảng này
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## mở ứng dụng với số liệu mẫu (không có màn hình: lập báo cáo mẫu ra PDF)
	@scripts/run

test: ## chạy mọi kiểm tra, như trên CI
	@scripts/test

lint: ## kiểm tra định dạng và lỗi thường gặp
	@scripts/lint

unit: ## kiểm tra Rust và giao diện, không mở cửa sổ
	@scripts/unit

e2e: ## kiểm tra qua cửa sổ thật, trên màn hình ảo
	@scripts/e2e

fmt: ## định dạng lại mã nguồn
	@scripts/fmt

bindings: ## sinh lại khai báo lệnh cho giao diện
	@scripts/bindings

bench: ## đo tốc độ lập báo cáo và số liệu đơn vị (PEERS=thư mục: đo cả công cụ khác)
	@PEERS="$(PEERS)" scripts/bench

windows: ## dựng bản Windows vào dist/windows
	@scripts/windows

test-windows: ## chạy bản Windows bằng Wine, so từng byte với Linux
	@scripts/test-windows

test-office: ## mở mọi bản DOCX, XLSX bằng LibreOffice, so từng chữ, từng ô
	@scripts/test-office
