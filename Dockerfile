# One image for the three applications and the tools: `docker run hoinghi ingest|enrich|sink|topics ...`.
# It copies what `./hoinghi --version` built beforehand, so that what was tested is what runs.
ARG RUN_IMAGE=eclipse-temurin:17-jre
FROM ${RUN_IMAGE}
RUN useradd --system --uid 10001 --create-home hoinghi \
 && install -d -o hoinghi /var/lib/hoinghi
COPY docker/entrypoint docker/healthcheck /usr/local/bin/
COPY standalone/target/lib/ /opt/hoinghi/lib/
RUN chmod 755 /usr/local/bin/entrypoint /usr/local/bin/healthcheck
USER hoinghi
WORKDIR /var/lib/hoinghi
VOLUME /var/lib/hoinghi
ENV LANG=C.UTF-8 HOINGHI_ADMIN_HOST=0.0.0.0 HOINGHI_ADMIN_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=12 CMD ["healthcheck"]
ENTRYPOINT ["entrypoint"]
CMD ["--help"]
